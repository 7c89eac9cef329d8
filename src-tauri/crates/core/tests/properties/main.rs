//! Whatever people do, and however their connections break, a meeting keeps its word.

mod client;
mod deeds;
mod world;

use hearth_core::{Lifetime, Opening, PersonId, Policy};
use proptest::collection::vec;
use proptest::prelude::*;

use deeds::deed;
use world::World;

const OWNER: PersonId = PersonId([0; 16]);

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn a_meeting_keeps_its_word(
        has_owner in prop::bool::weighted(0.8),
        lobby in prop::bool::weighted(0.3),
        lasts in prop::bool::weighted(0.3),
        deeds in vec(deed(), 1..120),
    ) {
        let owner = has_owner.then_some(OWNER);
        let lifetime = if lasts { Lifetime::Lasting } else { Lifetime::WEEK };
        let policy = Policy { lobby, ..Policy::default() };
        let mut world = World::open(Opening::new(owner, policy, lifetime));
        for deed in deeds {
            world.happen(deed);
            world.check();
        }
        world.compare_views_with_welcomes();
        world.wind_down();
    }
}
