"""First names of women and men that the package's lists lack, or have among both.

The lists of coreferee miss many names that newspapers are full of (Harriet, Priya, Kwame), and have some under both
genders that English readers take for one (Karen, Maria, Ryan). Names that are both (Alex, Robin, Gail) are in a list of
their own: they tell that somebody is a person, and not which.
"""

from typing import Final

WOMEN: Final = frozenset(
    """Abena Abigail Ada Adaeze Adela Adelaide Adele Adjoa Adriana Afua Agatha Agnes Agnieszka Aicha Aida Aileen
    Ailsa Aine Aisha Aishwarya Akosua Alana Alexandra Alice Alicia Alina Alison Allegra Alma Amalia Amanda Amara
    Amelia Amina Amrita Ana Anastasia Angela Angelica Anita Anjali Anna Annabel Anneke Annelies Annette Annika
    Antonia Anya Aoife Aparna Arabella Ariadne Asha Astrid Asuka Aurelia Aurora Ayesha Aylin Ayse Barbara Beata
    Beatrice Beatrix Beatriz Belinda Bernadette Bertha Bethany Betty Bianca Birgit Bisi Blanche Branwen Brenda
    Bridget Brigid Brigitte Bronwen Bronwyn Camilla Camille Candice Carla Carlotta Carmen Carol Carole Carolina
    Caroline Carolyn Catalina Catarina Catherine Cathleen Cecilia Cecily Celeste Celia Cerys Chantal Charlotte
    Cheryl Chiamaka Chiara Chinwe Chioma Chitra Christina Christine Clara Clarissa Claudia Clementine Clodagh
    Colette Colleen Constance Consuelo Cordelia Cornelia Cosima Cressida Cynthia Dagmar Dagny Daisy Danuta Daphne
    Daria Deborah Debra Deepa Deirdre Delia Delphine Denise Diana Dina Dinah Divya Dolores Donna Dora Doris
    Dorothea Dorothy Dunja Ebba Edina Edith Edna Efua Eileen Eilidh Eimear Eira Elaine Eleanor Elena Eleni Elif
    Elin Elina Elisa Elisabeth Elise Eliza Elizabeth Elke Ella Ellen Ellie Eloise Elsa Elsie Elspeth Elvira Emilia
    Emily Emine Emma Enid Erika Erin Esi Esme Esmeralda Esperanza Estelle Esther Ethel Eugenia Eunice Eva Eve
    Eveline Fabiola Farah Fatima Fatou Faustina Faye Felicity Femke Fenella Fernanda Fidelma Fiona Flavia Fleur
    Flora Florence Folake Frances Francesca Freda Frederica Freya Frida Funmilayo Gabriela Gabriella Galina
    Gayatri Geeta Gemma Genevieve Georgia Georgina Geraldine Gerda Gertrude Gillian Gina Ginevra Giovanna Gisela
    Gita Giulia Gladys Glenda Gloria Grace Graciela Greta Griselda Gudrun Guinevere Gunhild Gwen Gwendolen
    Gwendolyn Gwyneth Hadiza Halima Halina Hana Hannah Harriet Haruka Hattie Heather Hedwig Heidi Heike Helen
    Helena Helene Helga Heloise Henrietta Hermione Hester Hilda Hildegard Honor Hortense Huda Ida Ifeoma Ileana
    Ilona Ilse Imani Imelda Imogen Indira Ines Inga Inge Ingeborg Ingrid Iolanda Irena Irene Irina Iris Irma
    Isabel Isabella Isabelle Isadora Isla Isobel Ivana Ivy Jacinta Jacqueline Jadwiga Jana Jane Janet Janice
    Janina Jasmine Jayne Jemima Jennifer Jessica Jill Jillian Joan Joanna Joanne Jocasta Johanna Josephine Joyce
    Juanita Judith Judy Julia Juliana Julie Juliet Juliette June Justine Kamala Karen Karin Karina Katarina
    Katarzyna Kate Katerina Katharina Katherine Kathleen Kathryn Katie Katrina Katrine Katya Kavita Kayla Keiko
    Kerstin Khadija Kirsten Kirstin Kirsty Kristin Kristina Ksenia Lalita Lara Larissa Latifa Laura Lauren Lavinia
    Layla Leah Leila Lena Leonie Leonora Leticia Letitia Lidia Lila Lilian Liliana Lilias Lillian Lily Linda
    Lindiwe Linnea Lisa Lisbeth Lise Liv Livia Liz Lois Lola Lorena Lorna Lorraine Lotte Louisa Louise Lucia Lucie
    Lucinda Lucrezia Lucy Ludmila Luisa Lulu Lydia Lynn Lynne Lyudmila Mabel Madeleine Madhuri Magda Magdalena
    Maggie Mairead Maja Malgorzata Mandy Manuela Mara Marcella Marcia Margaret Margarita Margery Margot Marguerite
    Maria Mariam Marian Mariana Marie Marieke Mariella Marietta Marika Marina Marisa Marisol Marit Marjorie
    Marlene Marta Martha Martina Mary Maryam Mathilde Matilda Maud Maude Maureen Mavis Maxine Maya Mbali Meera
    Megan Mei Melanie Melinda Melissa Mercedes Meredith Merete Meryl Mette Mia Michelle Michiko Mildred Milena
    Millicent Mina Minna Mira Miranda Miriam Mirjam Moira Mollie Molly Mona Monica Monika Morag Morwenna Muriel
    Myra Myrtle Naamah Nadia Nadine Nalini Nancy Nandini Naoko Naomi Nasreen Natalia Natalie Natasha Nausheen Neha
    Nell Nella Nellie Neve Ngaio Ngozi Niamh Nicola Nicole Nieves Nimmi Nina Nirmala Nisha Njeri Noor Nora Norah
    Noreen Norma Nuala Octavia Odette Ofelia Olga Olive Olivia Ondine Oonagh Ophelia Orla Orsolya Ottilie Ottoline
    Padma Paloma Pamela Pandora Parvati Patience Patricia Paula Paulette Paulina Pauline Pearl Peggy Penelope
    Perpetua Petra Petronella Philippa Philomena Phoebe Phyllis Pia Pilar Piroska Polly Pooja Portia Primrose
    Prisca Priscilla Priyanka Priya Prudence Purnima Queenie Rachel Radhika Ragna Ragnhild Rania Raquel Rashida
    Rebecca Regina Renata Renate Rhiannon Rhoda Rhonda Rita Roberta Rosa Rosalie Rosalind Rosalyn Rosamund Rosaria
    Rose Rosemary Rosie Rowena Roxana Ruby Rukmini Rupa Ruth Sabina Sabine Sabrina Sadie Saffron Saga Sakura Sally
    Salma Salome Samantha Samira Sandra Sanna Saoirse Sara Sarah Saskia Savita Seema Selina Selma Seraphina Serena
    Shabnam Sharon Sheena Sheila Shirin Shirley Shobha Shona Shreya Sibyl Sigrid Silvia Simone Sinead Siobhan Siri
    Sita Sofia Solange Solveig Sonia Sonja Sophia Sophie Soraya Stella Stephanie Sue Sumitra Sunita Susan Susana
    Susanna Susannah Susanne Svetlana Swati Sybil Sylvia Sylvie Tabitha Tamara Tamsin Tania Tanja Tanya Tatiana
    Teresa Tereza Tessa Thandiwe Thea Thelma Theodora Theresa Therese Thora Tilda Tina Tiril Tiziana Toini Tomoko
    Tove Tracey Trudy Tuija Ulla Ulrike Una Urmila Ursula Usha Uta Valentina Valeria Valerie Vanessa Vera Verity
    Veronica Veronika Vesna Vibeke Victoria Vida Vigdis Viola Violet Virginia Vivien Vivienne Wambui Wanda Wanjiru
    Wenche Wendy Wilhelmina Wilma Winifred Winnie Xenia Ximena Yael Yara Yasmin Yasmina Yelena Yetunde Yoko
    Yolanda Yvette Yvonne Zadie Zahra Zainab Zara Zeinab Zelda Zeynep Zita Zoe Zofia Zora Zsofia Zsuzsanna Zuleika
    Zuzana""".split()
)
MEN: Final = frozenset(
    """Aaron Abdou Abdul Abdullah Abel Abraham Absalom Achim Adam Adebayo Adekunle Adolf Adolphus Adrian Ahmed
    Aidan Aiden Akeem Akin Akira Alan Albert Alberto Albrecht Aldo Alejandro Aleksander Alessandro Alexander
    Alfonso Alfred Alfredo Algernon Ali Alistair Allan Alonso Aloysius Alphonse Alvin Amadou Ambrose Amir Amit
    Anatoly Anders Andre Andreas Andrei Andres Andrew Andrzej Aneurin Angus Anil Anselm Anson Anthony Anton
    Antonio Archibald Arjun Armando Armin Arnaud Arne Arnold Arthur Arturo Arun Arvid Ashok Asif Aslan August
    Auguste Augustus Aurel Axel Babatunde Baldwin Balthazar Barnabas Barnaby Barry Bartholomew Basil Bastian
    Benedict Benito Benjamin Bernard Bernhard Bernt Bertram Bharat Bilal Bjarne Bjorn Bogdan Boris Bradley Brendan
    Brian Bruce Bruno Bryan Bryn Byron Caleb Callum Calum Carl Carlo Carlos Caspar Cecil Cedric Cesar Chad Charles
    Chidi Chike Chinedu Christian Christoph Christopher Christos Chukwuma Ciaran Clarence Claude Claudio Claus
    Clement Clifford Clive Colin Colm Colum Connor Conor Conrad Constantine Cormac Cornelius Craig Crispin Curtis
    Cuthbert Cyril Dag Damian Damien Daniel Danilo Dario Darius Darragh Darren David Davit Declan Deepak Demetrius
    Denis Dennis Denzil Derek Dermot Derrick Desmond Devdas Dhruv Diarmuid Didier Diego Dieter Dietrich Dimitri
    Dirk Dmitri Dmitry Domenico Dominic Donald Donncha Dorian Douglas Drystan Duarte Dudley Duncan Dylan Eamon
    Eamonn Ebenezer Edgar Edmund Eduardo Edvard Edward Edwin Egil Egon Einar Eirik Eli Elias Elijah Elmer Emanuel
    Emeka Emil Emile Emilio Emlyn Emmanuel Emre Engelbert Enrique Enzo Ephraim Eric Erich Erik Ernest Ernesto
    Ernst Esteban Ethan Etienne Euan Eugene Eustace Evan Evander Everard Ewan Ezekiel Ezra Fabian Fabio Faisal
    Farid Federico Feliks Felipe Felix Ferdinand Fergal Fergus Fernand Fernando Festus Fidel Filip Finbar Finlay
    Finn Fintan Florian Francesco Francisco Franco Francois Frank Franklin Franz Fred Frederic Frederick Fredrik
    Friedrich Fritz Fyodor Gareth Garth Gary Gaspard Gaston Gavin Geir Gennaro Geoffrey Georg George Georges
    Gerald Gerard Gerhard Gerrit Gheorghe Giacomo Giancarlo Gideon Gilbert Giles Giorgio Giovanni Giulio Giuseppe
    Glenn Godfrey Godwin Gopal Gordon Graham Gregor Gregory Gruffydd Guido Guillermo Gunnar Gunther Gustav Gustavo
    Guy Gwilym Haakon Hakan Hakeem Halvard Hamid Hamish Hamza Hank Hans Harald Harish Harold Harry Harsh Harvey
    Hassan Hector Heinrich Heinz Helge Helmut Hendrik Henri Henrik Henrique Henry Herbert Herman Hermann Hernan
    Hideo Hieronymus Hilario Hiroshi Horace Horatio Howard Hubert Hugh Hugo Humphrey Hussein Hywel Iain Ian
    Ibrahim Idris Ifor Ignacio Ignatius Igor Ikechukwu Ikenna Ilya Imran Ingmar Inigo Ioan Iolo Isaac Isaiah
    Ismail Istvan Ivan Ivar Ivor Jan Jacek Jack Jacob Jacques Jakob Jakub Jamal James Janos Jarvis Jason Javier
    Jayesh Jeffrey Jens Jeremiah Jeremy Jerome Jerzy Jesper Jethro Jin Joachim Joao Joaquin Jochen Joe Joel Johan
    Johann Johannes John Jonas Jonathan Jorge Jose Josef Joseph Joshua Joost Josiah Juan Jude Julian Julio Julius
    Jurgen Justin Karim Karl Kaspar Kazuo Keith Kelechi Kelvin Ken Kenji Kenneth Kevin Khalid Kieran Klaus Klemens
    Knut Kofi Kojo Konrad Konstantin Krishna Kristian Kristof Krzysztof Kunle Kurt Kwabena Kwame Kwesi Kyle
    Lachlan Lajos Lamar Lambert Lars Laszlo Laurence Laurent Lawrence Leander Leif Leo Leon Leonard Leonardo
    Leonid Leopold Lester Levi Liam Lionel Llewelyn Lloyd Lorcan Lorenzo Lothar Louis Luca Lucas Lucian Luciano
    Ludvig Ludwig Luigi Luis Luka Lukas Luke Luther Madoc Magnus Mahesh Mahmoud Malachi Malachy Malcolm Malik
    Mamadou Manfred Manoj Manuel Marc Marcel Marcello Marco Marcus Marek Mario Marius Mark Marlon Martin Massimo
    Mateo Mateus Mathias Mats Matteo Matthew Matthias Maurice Mauricio Maximilian Maxwell Mehmet Melvin Mervyn
    Michael Michal Michele Miguel Mihai Mikael Mikhail Mikkel Milan Miles Milos Milton Mohamed Mohammad Mohammed
    Mohan Moritz Mortimer Moses Mungo Murdo Musa Mustafa Nabil Nasser Nathan Nathaniel Naveen Neil Nelson Neville
    Niall Niccolo Nicholas Nicolai Nicolas Niels Nigel Nikhil Niklas Nikolai Nikos Nils Noah Norbert Norman Nuno
    Obadiah Obi Odd Olaf Oleg Oliver Olivier Olu Oluwaseun Omar Orlando Orson Oscar Osvaldo Oswald Otis Otto Owain
    Owen Pablo Padraig Paolo Parviz Pascal Patricio Patrick Paul Paulo Pavel Pawel Pedro Percival Percy Pere
    Peregrine Peter Petr Petros Philip Philippe Phillip Pierre Piers Pieter Pietro Piotr Poul Prakash Pranav
    Quentin Quincy Radek Rafael Rafal Raghav Rahul Raimund Rainer Rajesh Rajiv Rakesh Ralf Ralph Ramesh Ramiro
    Ramon Randolph Raoul Rashid Rasmus Raul Ravi Raymond Reginald Reinhard Renato Reuben Rex Reza Rhodri Rhys
    Ricardo Riccardo Richard Robert Roberto Roderick Rodney Rodrigo Rogelio Roger Rohan Roland Rolf Roman Romulus
    Ronald Ronan Rory Ross Roy Ruaridh Ruben Rudi Rudolf Rufus Rui Rupert Russell Ryan Ryszard Salim Salvador
    Salvatore Samir Samson Samuel Sandeep Sanjay Santiago Saul Sean Sebastian Selim Septimus Serge Sergei Sergio
    Seth Severin Seymour Shane Shaun Sigismund Sigmund Sigurd Silas Silvio Simeon Simon Sipho Sivakumar Soren
    Spencer Spyros Stanislav Stanislaw Stanley Stefan Stefano Steffen Stellan Stephan Stephen Steven Stuart
    Subhash Sunil Suresh Sven Sverre Sylvester Tadeusz Takashi Takeshi Tancred Tarek Tariq Tarquin Tasos Terence
    Teun Thaddeus Theodor Theodore Thibault Thierry Thomas Thor Tiago Timothy Titus Tobias Tobin Tomas Tomasz
    Torben Tore Torsten Trevor Tristan Tunde Tyrone Ugo Ulf Ulrich Ulysses Umberto Urban Usman Uwe Vaclav Valentin
    Vasily Venkat Vernon Victor Vidar Viggo Vijay Vikram Viktor Vincent Vincenzo Virgil Vishal Vito Vittorio Vivek
    Vladimir Waldemar Waldo Wallace Walter Walther Warren Wayne Wendell Werner Wilbur Wilfred Wilhelm Willem
    William Winston Wojciech Wolfgang Xavier Yakov Yannick Yannis Yasser Yohannes Yorick Yosef Youssef Yuri Yusuf
    Yves Zacharias Zachary Zahir Zbigniew Zdenek Zeno Zoltan""".split()
)
EITHER: Final = frozenset(
    """Alex Amandeep Ariel Ashley Aubrey Avery Ayodele Beverley Billie Blair Cameron Carey Casey Charlie Chris
    Courtney Dale Dana Devon Dominique Evelyn Finley Frankie Gail Gayle Gurpreet Hadley Harley Harpreet Hilary
    Jackie Jaime Jamie Jaswinder Jean Jesse Jessie Jo Jocelyn Jody Jordan Jules Jun Kehinde Kelly Kelsey Kendall
    Kerry Kim Kiran Lee Leigh Leslie Lindsay Lou Mackenzie Manpreet Marion Max Mel Merle Micah Morgan Nat Nicky
    Nikita Noel Olamide Parker Pat Peyton Quinn Reese Riley Robin Rowan Sacha Sam Sandy Sasha Shannon Shay Sidney
    Simran Skyler Stacey Stacy Sydney Taiwo Taylor Temitope Tendai Terry Tracy Val Vivian Wei Wen Yuki""".split()
)
ALL: Final = WOMEN | MEN | EITHER
