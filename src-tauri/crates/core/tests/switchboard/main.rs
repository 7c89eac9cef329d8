//! Whoever comes, goes and rings, a switchboard keeps its word.

mod deeds;
mod lines;
mod parties;
mod world;

use hearth_core::Announce;
use proptest::collection::vec;
use proptest::prelude::*;

use deeds::deed;
use world::World;

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn a_switchboard_keeps_its_word(announces: bool, deeds in vec(deed(), 1..120)) {
        let announce = if announces { Announce::ToAll } else { Announce::Nobody };
        let mut world = World::open(announce);
        for deed in deeds {
            world.happen(deed);
            world.check();
        }
        world.wind_down();
    }
}
