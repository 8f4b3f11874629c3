//! What the program does not survive.

messages! {
    defect_no_thread + remedy;
    defect_no_memory { granted, needed, limit } + remedy;
    defect_met { place, version } + remedy;
}
