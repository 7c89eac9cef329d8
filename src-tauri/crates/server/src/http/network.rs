//! `/api/network`: how this installation shows itself, and `/api/doctor`: what
//! the network does with it. For its own people alone.

use axum::Json;
use axum::extract::rejection::JsonRejection;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use hearth_wire::rest::ApiError;
use hearth_wire::rest::network::{Diagnosis, Network};

use super::Desk;
use super::error::ApiFailure;
use super::guard;

const MOST_SERVERS: usize = 32;
// A name in the domain name system, and a port.
const LONGEST_SERVER: usize = 253 + 6;

/// Someone at this very computer, on a page of this very server.
pub(super) struct Local;

impl FromRequestParts<Desk> for Local {
    type Rejection = ApiFailure;

    async fn from_request_parts(parts: &mut Parts, _: &Desk) -> Result<Local, ApiFailure> {
        if guard::is_own(parts) { Ok(Local) } else { Err(ApiFailure::only_local()) }
    }
}

/// How this installation shows itself on the network.
#[utoipa::path(
    get, path = "/network",
    responses((status = 200, body = Network), (status = 403, body = ApiError))
)]
pub(super) async fn show(State(desk): State<Desk>, _: Local) -> Json<Network> {
    Json(desk.neighbourhood.setting())
}

/// Shows it this way from now on.
#[utoipa::path(
    put, path = "/network", request_body = Network,
    responses(
        (status = 200, body = Network),
        (status = 400, body = ApiError), (status = 403, body = ApiError),
    )
)]
pub(super) async fn set(
    State(desk): State<Desk>,
    _: Local,
    body: Result<Json<Network>, JsonRejection>,
) -> Result<Json<Network>, ApiFailure> {
    let Json(network) = body?;
    if network.servers.len() > MOST_SERVERS {
        return Err(ApiFailure::bad_request("There is room for 32 servers."));
    }
    if let Some(wrong) = network.servers.iter().find(|server| !is_server(server)) {
        let message = format!("{wrong:?} is no server. Write it as address:port.");
        return Err(ApiFailure::bad_request(message));
    }
    desk.neighbourhood.set(network.clone()).await?;
    Ok(Json(network))
}

/// Looks at the network. Takes a few seconds.
#[utoipa::path(
    get, path = "/doctor",
    responses((status = 200, body = Diagnosis), (status = 403, body = ApiError))
)]
pub(super) async fn examine(State(desk): State<Desk>, _: Local) -> Json<Diagnosis> {
    Json(desk.doctor.examine(desk.local.port(), &desk.link).await)
}

fn is_server(text: &str) -> bool {
    let Some((host, port)) = text.rsplit_once(':') else { return false };
    let is_host = |c: char| c.is_ascii_alphanumeric() || "-._[]:%".contains(c);
    text.len() <= LONGEST_SERVER
        && !host.is_empty()
        && host.chars().all(is_host)
        && port.parse::<u16>().is_ok_and(|port| port != 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_an_address_and_a_port() {
        for fine in ["hearth.example:7466", "192.0.2.7:443", "[2001:db8::7]:7466"] {
            assert!(is_server(fine), "{fine}");
        }
        for wrong in ["", "hearth.example", ":7466", "a b:1", "a/b:1", "a:0", "a:65536", "a:"] {
            assert!(!is_server(wrong), "{wrong}");
        }
    }
}
