//! Words that may stand in an offer: closed lists.

use serde::{Deserialize, Serialize};

/// Declares a closed list of words with its checked twin's names.
macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            /// All of them, in this order: a packed catalogue names each by its position.
            pub const ALL: &[Self] = &[$(Self::$variant),+];
        }
    };
}

closed_list!(
    /// What kind of help an offer is.
    RawOfferKind {
        /// Money to apply for.
        Allowance,
        /// Time off work.
        Leave,
        /// A status or a right.
        Right,
        /// Someone takes over for a while.
        Respite,
        /// Someone to call or chat with.
        Helpline,
        /// Advice and information from people.
        Advice,
        /// Meeting others in the same situation.
        PeerSupport,
        /// A course.
        Training,
        /// Hands that help.
        PracticalHelp,
        /// A device or its loan.
        Aid,
        /// A place to live or its adaptation.
        Housing,
        /// What an insurer covers.
        Insurance,
        /// A website, app or network.
        Platform,
    }
);

closed_list!(
    /// Whose place decides where an offer is to be had.
    RawWhose {
        /// The caregiver's.
        Carer,
        /// The care recipient's.
        Recipient,
        /// Either of the two.
        Either,
    }
);

closed_list!(
    /// What an offer costs.
    RawCostLevel {
        /// Nothing.
        Free,
        /// A part; an insurer or government pays the rest.
        OwnShare,
        /// The full price.
        Paid,
        /// Leave without income.
        UnpaidLeave,
        /// Leave with an income or a benefit.
        PaidLeave,
        /// It differs by place or income.
        Varies,
        /// No source tells.
        Unknown,
    }
);

closed_list!(
    /// What kind of source was read.
    RawSourceKind {
        /// A government.
        Official,
        /// The organisation itself.
        Provider,
        /// A municipality.
        Municipality,
        /// A newspaper or press release.
        Press,
        /// Another organisation.
        ThirdParty,
        /// 'Naar een nieuwe mantelzorg' (2021), CC BY 4.0.
        InnovationPublication,
        /// General knowledge: unverified.
        Memory,
    }
);

closed_list!(
    /// How sure the core of an offer is.
    RawConfidence {
        /// Read in a source.
        Confirmed,
        /// Not read in any source.
        Unverified,
    }
);

closed_list!(
    /// A part of an offer that may be unconfirmed.
    RawPart {
        /// What it costs.
        Cost,
        /// The website.
        Website,
        /// The telephone number.
        Phone,
        /// Who offers it.
        Partner,
        /// What one gets.
        Gives,
        /// Who it is for.
        Conditions,
        /// Where it is to be had.
        Area,
        /// When it fits.
        Phases,
        /// What it helps with.
        Needs,
        /// Where it was read.
        Source,
        /// The first step.
        #[serde(rename = "first_step")]
        FirstStep,
    }
);

closed_list!(
    /// How long respite care lets a caregiver be away, from short to long.
    RawRung {
        /// An hour or a few.
        Hour,
        /// A day or a part of it.
        Day,
        /// A night.
        Night,
        /// A weekend or a few days.
        Weekend,
        /// A week or more.
        Weeks,
    }
);

closed_list!(
    /// What a line to call or chat with is about.
    RawTheme {
        /// A listening ear, for whatever it is.
        Listening,
        /// Thoughts of suicide.
        Suicide,
        /// Violence, abuse or neglect.
        Violence,
        /// For children and young people.
        Young,
        /// An illness or a disability.
        Illness,
        /// Caring, and where to find help with it.
        Care,
        /// Farewell and loss.
        Grief,
    }
);
