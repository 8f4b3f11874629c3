//! Enrolment slips: the page of one, and what a folder of them comes to.

messages! {
    slip_page_title;
    slip_page_name;
    slip_page_office;
    slip_page_seat;
    slip_page_nominated_by;
    slip_page_key;
    slip_page_hand;
    slip_page_compare;
    slip_page_keep;
    slip_page_member;
    slip_page_officer;
    slip_page_held;
    slips_missing { unit, seats, of };
    slips_nobody { units };
    slips_sorted { commissions, left_out, missing };
    slips_of_units { table } + remedy;
    slips_no_folder { folder } + remedy;
}
