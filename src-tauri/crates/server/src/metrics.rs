//! What is counted, for Prometheus.

use std::sync::Arc;

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;

/// The counters of one server. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Metrics {
    pub(crate) meetings: Gauge,
    pub(crate) sockets: Gauge,
    pub(crate) requests: Counter,
    pub(crate) refused: Counter,
    pub(crate) malformed: Counter,
    pub(crate) throttled: Counter,
    pub(crate) stalled: Counter,
    registry: Arc<Registry>,
}

impl Metrics {
    pub(crate) fn new() -> Metrics {
        let mut registry = Registry::with_prefix("hearth");
        let mut gauge = |name, help| {
            let gauge = Gauge::default();
            registry.register(name, help, gauge.clone());
            gauge
        };
        let meetings = gauge("meetings", "Meetings in memory");
        let sockets = gauge("sockets", "Socket.IO connections");
        let mut counter = |name, help| {
            let counter = Counter::default();
            registry.register(name, help, counter.clone());
            counter
        };
        Metrics {
            meetings,
            sockets,
            requests: counter("requests", "Requests over Socket.IO"),
            refused: counter("refused", "Requests turned down"),
            malformed: counter("malformed", "Packets nobody could read"),
            throttled: counter("throttled", "Requests that came too fast"),
            stalled: counter("stalled", "Clients let go for not reading"),
            registry: Arc::new(registry),
        }
    }

    /// The counters in the OpenMetrics text format.
    pub(crate) fn encode(&self) -> String {
        let mut text = String::new();
        encode(&mut text, &self.registry).expect("a string takes what it is given");
        text
    }
}
