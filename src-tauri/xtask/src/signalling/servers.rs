//! The servers that are measured.

use std::fs;

use anyhow::Result;

use super::FOLDER;
use crate::places;
use crate::program::{Program, Running};

/// One of them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Server {
    /// This repository's.
    Hearth,
    /// Node.js as it comes.
    Ws,
    /// Node.js with the fastest engine that npm offers.
    Eiows,
}

impl Server {
    pub(super) fn name(self) -> &'static str {
        match self {
            Server::Hearth => "Hearth",
            Server::Ws => "Node.js, ws",
            Server::Eiows => "Node.js, eiows",
        }
    }

    /// Starts it anew, remembering nothing. It prints its address.
    pub(super) fn start(self, dialect: &str) -> Result<Running> {
        let engine = match self {
            Server::Hearth => return hearthd(),
            Server::Ws => "ws",
            Server::Eiows => "eiows",
        };
        Program::with_many_files("node")
            .arguments(["server.mjs", "--dialect", dialect, "--engine", engine])
            .within(FOLDER)
            .start()
    }

    /// The namespace that speaks a dialect.
    pub(super) fn namespace(self, dialect: &str) -> String {
        match self {
            Server::Hearth => format!("/{dialect}"),
            Server::Ws | Server::Eiows => "/".to_owned(),
        }
    }
}

fn hearthd() -> Result<Running> {
    let data = places::scratch("signalling");
    if data.exists() {
        fs::remove_dir_all(&data)?;
    }
    Program::with_many_files(places::binary("release", "hearthd"))
        .arguments(["--listen", "127.0.0.1:0", "--data"])
        .arguments([data])
        .variable("HEARTH_VISIBILITY", "nobody")
        .variable("RUST_LOG", "warn")
        .start()
}
