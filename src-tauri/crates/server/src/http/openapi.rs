//! The REST routes, and the document that describes them. Both come from the
//! same list, so neither can lack what the other has.

use axum::Json;
use axum::Router;
use axum::routing::get;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{
    Desk, accounts, files, history, hosts, meetings, missed, network, plans, rooms, tickets,
};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Hearth",
        description = "Meetings, accounts and history. Times are milliseconds since 1970 UTC. \
                       Errors are `ApiError` with a stable code and a sentence."
    ),
    servers((url = "/api")),
    modifiers(&Bearer)
)]
struct Document;

struct Bearer;

impl Modify for Bearer {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some(
                "`g.` and 43 characters of a guest's own making (32 random bytes, base64url), \
                 or the `s.` token of a session.",
            ))
            .build();
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("bearer", SecurityScheme::Http(scheme));
    }
}

/// Everything under `/api`.
pub(super) fn routes() -> Router<Desk> {
    let (routes, document) = OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(super::server))
        .routes(routes!(meetings::create))
        .routes(routes!(meetings::look_up))
        .routes(routes!(files::put, files::get))
        .routes(routes!(files::arrived, files::finish))
        .routes(routes!(files::quota, files::set_quota))
        .routes(routes!(plans::list))
        .routes(routes!(plans::change))
        .routes(routes!(rooms::own, rooms::make))
        .routes(routes!(rooms::list))
        .routes(routes!(accounts::sign_up))
        .routes(routes!(accounts::sign_in))
        .routes(routes!(accounts::sign_out))
        .routes(routes!(accounts::me))
        .routes(routes!(tickets::issue))
        .routes(routes!(tickets::spend))
        .routes(routes!(history::list))
        .routes(routes!(history::kept, history::keep))
        .routes(routes!(history::one, history::delete))
        .routes(routes!(history::export))
        .routes(routes!(history::keep_one))
        .routes(routes!(hosts::resolve))
        .routes(routes!(hosts::list))
        .routes(routes!(hosts::forget))
        .routes(routes!(hosts::knock))
        .routes(routes!(hosts::compare))
        .routes(routes!(network::show, network::set))
        .routes(routes!(network::examine))
        .routes(routes!(missed::list, missed::forget))
        .split_for_parts();
    routes.route("/openapi.json", get(|| async move { Json(document) }))
}
