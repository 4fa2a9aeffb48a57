"""More answers judged by hand, before they were run: turned round, hedged, half said; see corpus.py for R, C and W."""

from typing import Final

TURNED: Final = {
    "that the council had sued the company": {
        "the council had sued the company": "R",
        "that the company had sued the council": "W",
        "that the council was sued by the company": "W",
        "that the company had been sued by the council": "R",
    },
    "because the dogs chased the wolves off the farm": {
        "the dogs chased the wolves off the farm": "R",
        "because the wolves chased the dogs off the farm": "W",
    },
    "because prices went up after the flood": {
        "prices went up after the flood": "R",
        "because prices went down after the flood": "W",
        "because prices went up before the flood": "W",
    },
    "that all schools would close in winter": {
        "all schools would close in winter": "R",
        "that some schools would close in winter": "W",
        "that all schools would open in winter": "W",
    },
    "that ferries must stop during a storm": {
        "ferries must stop during a storm": "R",
        "that ferries may stop during a storm": "W",
        "that ferries must stop after a storm": "W",
    },
    "because more patients than nurses fell ill": {
        "more patients than nurses fell ill": "R",
        "because fewer patients than nurses fell ill": "W",
        "because more nurses than patients fell ill": "W",
    },
    "to move the clinic from Leeds to York": {
        "move the clinic from Leeds to York": "R",
        "to move the clinic to York from Leeds": "R",
        "to move the clinic from York to Leeds": "W",
    },
    "because the tunnel runs under the river": {
        "the tunnel runs under the river": "R",
        "the tunnel runs over the river": "W",
        "because it runs under the river": "W",
    },
    "Oskar Lindqvist": {
        "Oskar Lindqvist?": "R",
        "Oskar Lindqvist or Nils Berg": "W",
        "either Oskar Lindqvist or his brother": "W",
        "Oskar Lindqvist and Nils Berg": "W",
        "maybe Oskar Lindqvist": "R",
        "I think Oskar Lindqvist": "R",
        "Nils Berg, not Oskar Lindqvist": "W",
        "O. Lindqvist": "W",
        "Oskar Lindqvist's brother": "W",
        "anyone but Oskar Lindqvist": "W",
    },
    "Thomas Ward Jr.": {"Thomas Ward Jr": "R", "Thomas Ward junior": "R", "Thomas Ward Sr.": "W"},
    "Pope John XXIII": {"John XXIII": "R", "Pope John XXII": "W", "Pope John Paul II": "W"},
    "5 pm": {"5pm": "R", "17:00": "R", "5 p.m.": "R", "5 am": "W", "5": "W"},
    "40 litres a day": {"40 litres per day": "R", "40 l a day": "R", "40 litres a week": "W", "40 litres": "W"},
    "3 percentage points": {"three percentage points": "R", "3 percent": "W"},
    "−12 °C": {"-12 °C": "R", "minus 12 degrees Celsius": "R", "12 °C": "W", "-12 °F": "W"},
    "three quarters": {"3/4": "R", "75 %": "R", "three out of four": "R", "a quarter": "W"},
    "one in five": {"1 in 5": "R", "20 percent": "R", "a fifth": "R", "five in one": "W", "one in four": "W"},
    "the second half of 2019": {"second half of 2019": "R", "the first half of 2019": "W", "2019": "W"},
    "fewer than 30 people": {"less than 30 people": "R", "more than 30 people": "W", "fewer than 300 people": "W"},
    "an increase in rainfall": {"increase in rainfall": "R", "a decrease in rainfall": "W", "increased rainfall": "R"},
    "left-handed people": {"left handed people": "R", "right-handed people": "W"},
    "vaccination before travel": {"vaccination before travel": "R", "vaccination after travel": "W"},
    "carbon monoxide": {"carbon monoxid": "C", "carbon dioxide": "W"},
    "hyperthermia": {"hypothermia": "W", "hyperthermya": "C"},
    "the Upper House": {"upper house": "R", "the Lower House": "W"},
    "Sunni": {"Shia": "W", "suni": "C"},
    "the Department of Health": {"Department of Health": "R", "Dept. of Health": "R", "Department of Wealth": "W"},
}

REWORDED: Final = {
    "that the mayor had praised the volunteers": {
        "the mayor praised the volunteers": "R",
        "that the volunteers were praised by the mayor": "R",
        "the volunteers had praised the mayor": "W",
        "that the mayor was praised by the volunteers": "W",
    },
    "because the new dam holds back the floods in spring": {
        "in spring the new dam holds back the floods": "R",
        "the new dam holds the floods back in spring": "R",
        "because the floods hold back the new dam in spring": "W",
    },
    "because of a strike at the port in Antwerp": {
        "a strike at the port in Antwerp": "R",
        "because in Antwerp's port there was a strike": "R",
        "because of a strike at the airport in Antwerp": "W",
    },
    "that wages would rise faster than prices": {
        "wages would rise faster than prices": "R",
        "that prices would rise faster than wages": "W",
        "wages will rise faster than prices": "R",
    },
    "to protect children from older drivers": {
        "protect children from older drivers": "R",
        "to protect older drivers from children": "W",
        "so that children are protected from older drivers": "R",
    },
    "that salt and vinegar both kill the moss": {
        "vinegar and salt both kill the moss": "R",
        "that both vinegar and salt kill moss": "R",
        "that moss kills both salt and vinegar": "W",
    },
    "by pumping warm water into the cold store": {
        "pumping warm water into the cold store": "R",
        "they pump warm water into the cold store": "R",
        "by pumping cold water into the warm store": "W",
        "by pumping warm water out of the cold store": "W",
    },
    "because most of the bees die before winter": {
        "most of the bees die before winter": "R",
        "because most bees die before winter": "R",
        "because few of the bees die before winter": "W",
        "before winter most bees die": "R",
    },
    "to stop the sand drifting over the road": {
        "stop the sand drifting over the road": "R",
        "to stop sand from drifting over the road": "R",
        "to stop the road drifting over the sand": "W",
    },
    "two thirds": {"2/3": "R", "two-thirds": "R", "one third": "W", "two out of three": "R"},
    "25 percent": {"a quarter": "R", "1/4": "R", "three quarters": "W", "2.5 percent": "W", "0.25": "W"},
    "12 hours a day": {"12 hours per day": "R", "twelve hours a day": "R", "12 hours a week": "W", "12 hours": "W"},
    "Henry VIII": {"henry viii": "R", "Henry VII": "W", "Henry the Eighth": "R"},
    "7:30 am": {"7:30 am": "R", "7.30 am": "R", "7:30 pm": "W"},
    "four of the nine judges": {
        "4 of the 9 judges": "R",
        "four of nine judges": "R",
        "nine of the four judges": "W",
        "five of the nine judges": "W",
    },
}
