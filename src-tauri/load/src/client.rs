//! A Socket.IO client over a websocket alone, as little of one as will do: it
//! must cost much less than the servers it loads.

use anyhow::{Context, Result, bail, ensure};
use futures_util::{SinkExt, StreamExt};
use serde_json::Value;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Message, Utf8Bytes};
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

use crate::target::Target;

/// A client that is connected to its namespace.
#[derive(Debug)]
pub(crate) struct Client {
    socket: WebSocketStream<TcpStream>,
    // The length of what stands before the JSON of an event.
    head: usize,
}

/// An event as it came.
#[derive(Debug)]
pub(crate) struct Event {
    text: Utf8Bytes,
    head: usize,
}

impl Client {
    /// Connects to the server, and to the namespace.
    pub(crate) async fn connect(target: &Target) -> Result<Client> {
        let stream = TcpStream::connect(target.address).await.context("no connection")?;
        stream.set_nodelay(true)?;
        // Ten thousand of the usual buffers would not fit beside the server.
        let config = WebSocketConfig::default().read_buffer_size(4096).write_buffer_size(0);
        let url = format!("ws://{}/socket.io/?EIO=4&transport=websocket", target.address);
        let (socket, _) = client_async_with_config(url, stream, Some(config)).await?;
        let mut client = Client { socket, head: 2 + target.prefix.len() };
        client.expect("0{").await?;
        client.send(&format!("40{}", target.prefix).into()).await?;
        client.expect(&format!("40{}{{", target.prefix)).await?;
        Ok(client)
    }

    /// Sends a frame.
    pub(crate) async fn send(&mut self, frame: &Utf8Bytes) -> Result<()> {
        Ok(self.socket.send(Message::Text(frame.clone())).await?)
    }

    /// Waits for the next event, answering pings meanwhile.
    pub(crate) async fn event(&mut self) -> Result<Event> {
        let text = self.packet().await?;
        ensure!(text.starts_with("42"), "this is no event: {text}");
        Ok(Event { text, head: self.head })
    }

    /// Waits for the event of that name, letting others pass.
    pub(crate) async fn event_named(&mut self, name: &str) -> Result<Event> {
        loop {
            let event = self.event().await?;
            ensure!(!event.is("error"), "the server refused: {}", event.body());
            if event.is(name) {
                return Ok(event);
            }
        }
    }

    /// Closes, and waits for the server to agree.
    pub(crate) async fn close(mut self) -> Result<()> {
        self.socket.close(None).await?;
        while let Some(message) = self.socket.next().await {
            message?;
        }
        Ok(())
    }

    async fn packet(&mut self) -> Result<Utf8Bytes> {
        loop {
            match self.socket.next().await.context("the server hung up")?? {
                Message::Text(text) if text == "2" => self.send(&"3".into()).await?,
                Message::Text(text) => return Ok(text),
                Message::Close(_) => bail!("the server hung up"),
                _ => {}
            }
        }
    }

    async fn expect(&mut self, start: &str) -> Result<()> {
        let text = self.packet().await?;
        ensure!(text.starts_with(start), "instead of {start}… came {text}");
        Ok(())
    }
}

impl Event {
    /// Whether this is its name.
    pub(crate) fn is(&self, name: &str) -> bool {
        let rest = self.body().strip_prefix("[\"").and_then(|rest| rest.strip_prefix(name));
        rest.is_some_and(|rest| rest.starts_with('"'))
    }

    /// `["name",argument,…]`.
    pub(crate) fn body(&self) -> &str {
        self.text.get(self.head..).unwrap_or_default()
    }

    /// Its first argument.
    pub(crate) fn argument(&self) -> Result<Value> {
        let mut body: Value = serde_json::from_str(self.body())?;
        Ok(body.get_mut(1).map(Value::take).unwrap_or_default())
    }
}
