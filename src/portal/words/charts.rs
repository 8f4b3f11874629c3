//! What stands beside charts: turnout, arrivals, the map.

use crate::text::Lang;

fixed_lines! {
    /// A line beside a chart.
    ChartWord, chart_word {
        Hour => chart_hour,
        ByHour => chart_by_hour,
        Voters => chart_voters,
        OfListed => chart_of_listed,
        Stations => chart_stations,
        Announced => chart_announced,
        Summed => chart_summed,
        ByProtocols => chart_by_protocols,
        NoReports => chart_no_reports,
        AsTable => chart_as_table,
        Until => chart_until,
        CameIn => chart_came_in,
        InAll => chart_in_all,
        Newest => chart_newest,
        What => chart_what,
        Against => chart_against,
        AgainstHow => chart_against_how,
        Map => chart_map,
        MapHow => chart_map_how,
    }
}

messages! {
    portal_first_of { shown, of };
}
