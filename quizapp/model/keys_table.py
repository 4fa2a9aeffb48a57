"""Every key of the app: the name by which it can be given others, the keys that it has, and what it does.

A test compares the table with what is bound. It stands here so that settings can be checked without the screens.
"""

from functools import cache
from typing import Final, NamedTuple

_TABLE: Final = """
add.cancel           escape           back without adding anything
add.enter            enter            do the marked thing
add.start            ctrl+s           write the questions
address.fetch        enter            fetch the page
already.anew         n                write its questions anew
already.pick         enter,space      do the marked thing
app.cmds             ctrl+p,colon     all commands, searchable
app.help             question_mark,f1 help
app.quit             ctrl+q           quit; all is saved
app.settings         comma            settings
app.shade            ctrl+t           light or dark
backup.cancel        escape           back without bringing anything
changed.copy         c                keep my version as a copy
changed.pick         enter,space      do the marked thing
changed.reload       r                read the file again
commands.down        down             move the mark
commands.run         enter            do what is marked
commands.up          up               move the mark
confirm.no           n                no
confirm.pick         enter,space      do the marked thing
confirm.yes          y                yes
covered.back         q,escape,v       back
covered.down         j,down           a sentence on or back
covered.first        g,home           the first or last
covered.last         G,end            the first or last
covered.next         right_square_bracket the next not asked
covered.page         pagedown,space   on or back a page
covered.page_up      pageup           on or back a page
covered.review       r                go over the questions of this article
covered.up           k,up             a sentence on or back
damaged.close        enter,space      close
drafts.close         enter,space      close
drill.1              1                choose that answer
drill.2              2                choose that answer
drill.3              3                choose that answer
drill.4              4                choose that answer
drill.5              5                choose that answer
drill.6              6                choose that answer
drill.7              7                choose that answer
drill.8              8                choose that answer
drill.9              9                choose that answer
drill.accept         o                they were right
drill.big            z                questions in big letters, or in usual ones
drill.check          enter            check what is picked
drill.fewer_points   minus            ten points more or less
drill.field          enter,i          back into the field
drill.leave_field    escape           leave the field
drill.more           m                30 seconds more
drill.more_points    plus             ten points more or less
drill.next           space,enter      the next question
drill.pass           n                the question goes to the next player
drill.pause          q,escape         stop the clock; go on, end, or come back later
drill.reveal         space            show the answer
drill.source         v                open the source
drill.take           y                they take the question
drill.team1          1                that team was first
drill.team2          2                that team was first
drill.team3          3                that team was first
drill.team4          4                that team was first
drill.team5          5                that team was first
drill.team6          6                that team was first
drill.team7          7                that team was first
drill.team8          8                that team was first
drill.team9          9                that team was first
drill.undo           u                undo the last step
edit.back            q                back; asks if something was changed
edit.cancel          escape           back; asks if something was changed
edit.down            shift+down       move this line
edit.enter           enter            do the marked thing
edit.save            ctrl+s           save it and go back
edit.source          f3               to the source and back
edit.turn            ctrl+r           make this line right or wrong
edit.up              shift+up         move this line
field.check          enter            check the answer
file.take            enter            open the folder, or take the file
final.again          d                set up another drill
final.home           q,escape         back to the library
final.misses         enter,space      go through the missed questions
final.page_down      pagedown         a page on or back
final.page_up        pageup           a page on or back
final.pick           enter,space      do the marked thing
final.table          c                write every answer into a table (CSV)
final.undo           u                undo the last step
flag.1               1                flag it for that reason
flag.2               2                flag it for that reason
flag.3               3                flag it for that reason
flag.4               4                flag it for that reason
flag.pick            enter,space      flag it for the marked reason
help.down            down             scroll
help.up              up               scroll
keys.add             a                press a key beside those it has
keys.back            q,escape         back
keys.choose          enter            press a key in place of those it has
keys.leave           escape           show everything again
keys.search          slash            search what keys do, and keys
keys.undo            u                undo the last change
keys.usual           backspace,delete its usual keys again
kinds.1              1                write one of that kind
kinds.2              2                write one of that kind
kinds.3              3                write one of that kind
kinds.4              4                write one of that kind
kinds.5              5                write one of that kind
kinds.6              6                write one of that kind
kinds.7              7                write one of that kind
kinds.8              8                write one of that kind
kinds.pick           enter,space      write one of the marked kind
library.add          a                add an article
library.delete       x                delete this article; asks first
library.drill        d                drill a class, or yourself
library.enter        enter            study this article
library.leave        escape           show every article again
library.practise     p                practise this article
library.quit         q                quit; all is saved
library.reload       r                try again
library.review       r                go over the questions of this article
library.search       slash            search titles and questions
library.undo         u                undo the last step
library.source       v                what is asked of this article, and what is not
library.stats        t                what you remember
library.study        s,space          study everything due
line.next            enter            next field
menu.down            j,down           move the mark
menu.up              k,up             move the mark
misses.after         l,right          the question after or before
misses.back          q,escape         back to the scores
misses.before        h,left           the question after or before
misses.done          space,enter      back to the scores
misses.down          j,down           scroll
misses.next          space,enter      the next missed question
misses.source        v                open the source
misses.up            k,up             scroll
page.copy            ctrl+c           copy the selected text
page.next            tab              next pane or field
page.previous        shift+tab        previous pane
panel.down           j,down           scroll the source
panel.page_down      pagedown         a page on or back
panel.page_up        pageup           a page on or back
panel.up             k,up             scroll the source
path.enter           enter            open the folder, or take the file
pause.big            z                big letters, or usual ones, and go on
pause.end            x                end the drill and show the scores
pause.go_on          space            go on
pause.more           m                add 30 seconds and go on
pause.page_down      pagedown         on or back among the scores
pause.page_up        pageup           on or back among the scores
pause.pick           enter            do the marked thing
pause.stop           b                stop here and go on another time
pick.next            l,right,j,down   choose another
pick.previous        h,left,k,up      choose another
pick.tick            space            tick or untick
picker.add           a                add it to the evidence
picker.choose        space            begin or end a choice of words
picker.down          j,down           a row down or up
picker.first         g,home           first or last word
picker.last          G,end            first or last word
picker.less          shift+left       choose to there
picker.less_rows     shift+up         choose to there
picker.let_go        escape           let go of the chosen words
picker.more          shift+right      choose to there
picker.more_rows     shift+down       choose to there
picker.next          l,right          next or previous word
picker.page_down     pagedown         a page down or up
picker.page_up       pageup           a page down or up
picker.previous      h,left           next or previous word
picker.take          enter            take the sentence, or the chosen words, as evidence
picker.up            k,up             a row down or up
press.leave          escape           leave it as it is
results.add          a                add an article
results.again        enter,space      try the missed ones again
results.edit         e                edit a missed question
results.enter        enter            back to the library
results.home         q,escape         back to the library
results.source       v                see a missed question in its source
results.undo         u                undo the last grade
review.add           a                write a question of your own
review.back          q,escape         back; every step is kept
review.back_check    left_square_bracket previous to check
review.drop          n                drop it and go on
review.edit          e                edit this question
review.first         g,home           first or last question
review.keep          y                keep it and go on
review.last          G,end            first or last question
review.next          j,down           next or previous question
review.on            space            keep it if nothing is remarked; go on
review.on_check      right_square_bracket next to check
review.page_down     pagedown         scroll the question
review.page_up       pageup           scroll the question
review.previous      k,up             next or previous question
review.rest          Y                keep all the rest with no remarks
review.source        v                the whole source
review.study         enter            study this bank: all is checked
review.undo          u                undo the last step
rows.down            j,down           move down or up
rows.first           g,home           first or last
rows.last            G,end            first or last
rows.page_down       pagedown         a page down or up
rows.page_up         pageup           a page down or up
rows.up              k,up             move down or up
search.enter         enter            go to what was found
settings.after       l,right          the value before or after
settings.back        q,escape         back
settings.before      h,left           the value before or after
settings.leave       escape           show all settings again
settings.open        enter,space      the next value, or all there is
settings.search      slash            search the settings
settings.undo        u                undo the last change
settings.usual       backspace,delete as it is unless set
setup.after          l,right          the option before or after
setup.back           q,escape         back
setup.before         h,left           the option before or after
setup.enter          enter            start the drill
setup.leave_field    escape           leave the field
setup.next           space            the next option
setup.resume         r                go on with the drill that was stopped
setup.start          enter            start the drill
sheet.close          escape,q         close
small.cramped        enter            use the cramped layout
source.close         v                close
source.down          j,down           scroll
source.end           G,end            to the beginning or end
source.home          g,home           to the beginning or end
source.page_down     pagedown,space   a page on or back
source.page_up       pageup           a page on or back
source.up            k,up             scroll
stats.all            q,escape         back to all articles
stats.back           q,escape         back
stats.down           j,down           scroll
stats.longer         l,right          a shorter or a longer time
stats.open           enter            see a question in its source, or one article
stats.page           space,pagedown   on or back a page
stats.page_up        pageup           on or back a page
stats.search         slash            the figures of one article
stats.shorter        h,left           a shorter or a longer time
stats.up             k,up             scroll
stem.next            enter            next field
study.back           q,escape         back; every answer is kept
study.check          enter            check what was picked
study.choose1        1                choose that answer
study.choose2        2                choose that answer
study.choose3        3                choose that answer
study.choose4        4                choose that answer
study.choose5        5                choose that answer
study.choose6        6                choose that answer
study.choose7        7                choose that answer
study.choose8        8                choose that answer
study.choose9        9                choose that answer
study.down           j,down           scroll
study.edit           e                edit this question
study.enter_field    enter,i          back into the field
study.false          2,n              the article says otherwise
study.first          g,home           first or last
study.flag           f                flag: something is wrong with the question
study.grade1         1                Again, Hard, Good, Easy
study.grade2         2                Again, Hard, Good, Easy
study.grade3         3                Again, Hard, Good, Easy
study.grade4         4                Again, Hard, Good, Easy
study.hint           f2               a hint
study.last           G,end            first or last
study.later          b                not today
study.leave_field    escape           leave the field
study.let_count      o                let this wording count from now on
study.let_go         o                let this wording count no more
study.mark_next      l,right          mark another grade
study.mark_previous  h,left           mark another grade
study.next           j,down           move the highlight
study.next_question  space,enter      go on; practice has no grades
study.no_grade2      2                after a miss only Again counts
study.no_grade3      3                after a miss only Again counts
study.no_grade4      4                after a miss only Again counts
study.no_hint        f2               a hint: there is none, or no other
study.no_source      f3               the source: after the answer
study.not_yet        enter            check: when all are picked
study.on             space,enter      accept the ▸ grade and go on
study.overrule       o                I was right
study.pick1          1                pick that one
study.pick2          2                pick that one
study.pick3          3                pick that one
study.pick4          4                pick that one
study.pick5          5                pick that one
study.pick6          6                pick that one
study.pick7          7                pick that one
study.pick8          8                pick that one
study.pick9          9                pick that one
study.pick_here      space            pick the highlighted one
study.previous       k,up             move the highlight
study.reveal         space            show the answer (nothing picked)
study.send           space            send the answer
study.send_picked    enter            send the answer
study.show           f4               show the answer
study.show_typed     f4               show the answer
study.source         v                open the source
study.take_back      backspace        take the last pick back
study.true           1,y              the article says so
study.uncover        space,enter      show the choices
study.undo           u                undo the last step
study.undo_last      u                undo the last step
study.up             k,up             scroll
themes.pick          enter,space      keep this theme
today.press          enter,space      study everything due
unsaved.lose         y                leave without saving
unsaved.pick         enter,space      do the marked thing
unsaved.retry        r                try to save again, then leave
welcome.add          a                add an article
welcome.begin        space            go to the first question
welcome.enter        enter            do the marked thing
welcome.quit         q                quit; all is saved
where.cancel         escape           back without writing anything
where.write          enter            write the file
who.1                1                study as that learner
who.2                2                study as that learner
who.3                3                study as that learner
who.4                4                study as that learner
who.5                5                study as that learner
who.6                6                study as that learner
who.7                7                study as that learner
who.8                8                study as that learner
who.9                9                study as that learner
who.enter            enter            study under this name
who.new              n                study as somebody new
who.pick             enter,space      study as the marked learner
writing.again        r                try again
writing.another      a                add an article
writing.background   b                go on in the background
writing.home         escape,q         back to the library
writing.drafts       enter            what was thrown away for that reason
writing.review       enter,r          go over the questions that are ready
writing.stop         escape,q         stop, and keep what is ready
writing.study        s                study what is ready
"""


class Key(NamedTuple):
    """One thing that keys do: its name in the settings file, its usual keys as Textual calls them, what it does."""

    name: str
    keys: tuple[str, ...]
    explanation: str

    @property
    def place(self) -> str:
        """The screen or widget that has it: the first part of its name."""
        return self.name.partition(".")[0]

    @property
    def what(self) -> str:
        """The rest of its name, which tells it from others of its place that do nearly the same."""
        return self.name.partition(".")[2]


@cache
def all_keys() -> dict[str, Key]:
    """The whole table, by name."""
    rows = (line.split(maxsplit=2) for line in _TABLE.strip().splitlines())
    return {name: Key(name, tuple(keys.split(",")), explanation) for name, keys, explanation in rows}
