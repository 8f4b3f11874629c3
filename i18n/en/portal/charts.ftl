### What stands beside charts: turnout, arrivals, the map.

chart-hour = Hour
chart-by-hour = By hour
chart-voters = Voters so far
chart-of-listed = Of the voters on the lists
chart-stations = Precincts that reported
chart-announced = Announced by the commission
chart-summed = Sum of the precincts' reports
chart-by-protocols = By the protocols in force
chart-no-reports = No turnout was reported.
chart-as-table = The numbers as a table
chart-until = Until
chart-came-in = Came in
chart-in-all = In all
chart-newest = The newest papers
chart-what = What
chart-against = Share against turnout
chart-against-how = Each protocol in force by its turnout and by the share of
chart-map = Map of equal squares
chart-map-how = Every unit is a square of the same size, in the order of their numbers; the number in it is the largest share, and the darker the square, the larger it is. Before it stands the number of whoever has it; a dashed edge says that somebody else has most votes in all.
portal-first-of = Shown are the first { $shown } of { $of } units. All of them:
