-- What people ask first. Whole numbers alone: who wants shares divides.

-- Each unit with every unit that it is or that lies below it.
CREATE VIEW unit_tree AS
WITH RECURSIVE tree(unit, below) AS (
  SELECT unit, unit FROM units
  UNION ALL
  SELECT tree.unit, units.unit FROM tree JOIN units ON units.parent = tree.below
)
SELECT unit, below FROM tree;

-- The long table: who got how many votes where, with names.
CREATE VIEW results AS
SELECT votes.contest, contests.title AS contest_title, units.parent, parents.name AS parent_name,
       votes.unit, units.name AS unit_name, votes.number, candidates.name AS candidate, candidates.nominated_by, votes.votes
FROM votes
JOIN contests ON contests.contest = votes.contest
JOIN candidates ON candidates.contest = votes.contest AND candidates.number = votes.number
JOIN units ON units.unit = votes.unit
LEFT JOIN units AS parents ON parents.unit = units.parent;

-- Votes of each candidate in each unit of every tier, over the papers in force, and how many of them there are.
CREATE VIEW totals AS
SELECT votes.contest, unit_tree.unit, units.tier, units.name AS unit_name, votes.number, candidates.name AS candidate,
       sum(votes.votes) AS votes, count(*) AS papers
FROM votes
JOIN unit_tree ON unit_tree.below = votes.unit
JOIN units ON units.unit = unit_tree.unit
JOIN candidates ON candidates.contest = votes.contest AND candidates.number = votes.number
GROUP BY votes.contest, unit_tree.unit, votes.number;

-- Each item of the form in each unit of every tier, over the papers in force that have it.
CREATE VIEW item_totals AS
SELECT figures.contest, unit_tree.unit, units.tier, units.name AS unit_name, figures.item, items.label,
       sum(figures.figure) AS figure, count(*) AS papers
FROM figures
JOIN unit_tree ON unit_tree.below = figures.unit
JOIN units ON units.unit = unit_tree.unit
JOIN items ON items.item = figures.item
GROUP BY figures.contest, unit_tree.unit, figures.item;

-- How far each unit of every tier is: papers that are due, and how many stand how.
CREATE VIEW progress AS
SELECT papers.contest, unit_tree.unit, units.tier, units.name AS unit_name, count(*) AS due,
       sum(papers.status = 'reported') AS reported, sum(papers.status = 'awaited') AS awaited,
       sum(papers.status = 'opened') AS opened, sum(papers.status = 'annulled') AS annulled,
       sum(papers.status = 'failed') AS failed
FROM papers
JOIN unit_tree ON unit_tree.below = papers.unit
JOIN units ON units.unit = unit_tree.unit
GROUP BY papers.contest, unit_tree.unit;

CREATE INDEX units_by_parent ON units (parent);
CREATE INDEX papers_by_unit ON papers (unit);
CREATE INDEX papers_by_status ON papers (status);
CREATE INDEX figures_by_unit ON figures (unit);
CREATE INDEX figures_by_item ON figures (item, contest);
CREATE INDEX votes_by_unit ON votes (unit);
CREATE INDEX votes_by_candidate ON votes (contest, number);
