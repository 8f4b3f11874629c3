//! What the pages of keys and witnesses, of observers and of candidates say.

use crate::text::Lang;

fixed_lines! {
    /// A heading or a fixed line of the pages of those who sign, watch and stand.
    PeopleWord, people_word {
        // Keys.
        LogKey => portal_log_key,
        LogKeySays => portal_log_key_says,
        KeyInForce => portal_key_in_force,
        FormerKeys => portal_former_keys,
        ReplacedBy => portal_replaced_by,
        ShortPrint => portal_short_print,
        Key => portal_key,
        Since => portal_since,
        // Witnesses.
        Witnesses => portal_witnesses,
        Witness => portal_witness,
        Cosigned => portal_cosigned,
        NotThisOne => portal_not_this_one,
        QuorumMet => portal_quorum_met,
        QuorumNotMet => portal_quorum_not_met,
        NoQuorum => portal_no_quorum,
        Policy => portal_policy,
        PolicyElsewhere => portal_policy_elsewhere,
        // Observers.
        Observer => portal_observer,
        Organisation => portal_organisation,
        Role => portal_role,
        Scope => portal_scope,
        Accredited => portal_accredited,
        Withdrawn => portal_withdrawn,
        NoObservers => portal_no_observers,
        // Who is awaited.
        WhomToCallSays => portal_whom_to_call_says,
        NobodyAwaited => portal_nobody_awaited,
        Chair => portal_chair,
        Standing => portal_standing_now,
        DueAt => portal_due_at,
        PastDeadline => portal_past_deadline,
        NoDeadline => portal_no_deadline,
        // Candidates.
        NominatedBy => portal_nominated_by,
        Decree => portal_decree,
        Registered => portal_registered,
        Nominations => portal_nominations,
        NoCandidates => portal_no_candidates,
    }
}
