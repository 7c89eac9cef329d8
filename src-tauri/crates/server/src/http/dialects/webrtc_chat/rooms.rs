//! Rooms: each is a meeting that lasts, and goes by its code.

use axum::extract::rejection::PathRejection;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::{Extension, Json};
use hearth_core::Code;
use hearth_store::{NewRoom, Room, RoomMessage};
use hearth_wire::{iso8601, message_object_id, object_id};
use serde_json::{Value, json};

use crate::blocking::blocking;
use crate::listener::Peer;
use crate::{chance, clock};

use super::{Desk, Failure, Fields, Member, code};

// Characters.
const NAME: usize = 100;
const DESCRIPTION: usize = 1000;

const NEWEST: usize = 100;

/// Lists the rooms, newest first.
pub(super) async fn list(State(desk): State<Desk>, _: Member) -> Result<Json<Value>, Failure> {
    let store = desk.store.clone();
    let mut rooms = Vec::new();
    for room in blocking(move || store.rooms()).await? {
        let participants = participants(&desk, room.code).await;
        rooms.push(spell(room, participants));
    }
    Ok(Json(rooms.into()))
}

/// Makes a room that belongs to the asker.
pub(super) async fn create(
    State(desk): State<Desk>,
    Extension(peer): Extension<Peer>,
    Member { person, account }: Member,
    body: Fields,
) -> Result<(StatusCode, Json<Value>), Failure> {
    let name = body.text("name").map(str::trim).filter(|name| !name.is_empty());
    let name = name.ok_or(Failure::NoName)?.to_owned();
    let description = body.text("description").unwrap_or_default().trim().to_owned();
    if name.chars().count() > NAME || description.chars().count() > DESCRIPTION {
        return Err(Failure::TooLong);
    }
    if !desk.new_meetings.take(peer.address.ip(), clock::instant()) {
        return Err(Failure::TooMany);
    }
    let code = chance::digits::<12>().parse().expect("digits can be seen and are few");
    let new = NewRoom { code, name, description, created_by: person, created_at: clock::wall() };
    if !desk.store.create_room(new.clone()).await? {
        return Err(Failure::RoomExists);
    }
    let room = Room {
        code,
        name: new.name,
        description: new.description,
        created_by: person,
        created_by_username: Some(account.username),
        created_at: new.created_at,
    };
    Ok((StatusCode::CREATED, Json(spell(room, Vec::new()))))
}

/// The newest lines of a room, oldest first.
pub(super) async fn messages(
    State(desk): State<Desk>,
    Member { person, .. }: Member,
    path: Result<Path<String>, PathRejection>,
) -> Result<Json<Value>, Failure> {
    let (code, _) = code(path).ok_or(Failure::NoSuchRoom)?;
    // What was said a moment ago is to be among them.
    desk.store.settle().await?;
    let store = desk.store.clone();
    let lines = blocking(move || store.room_messages(code, person, NEWEST)).await?;
    let lines = lines.ok_or(Failure::NoSuchRoom)?.into_iter();
    Ok(Json(lines.map(|line| spell_message(code, line)).collect()))
}

/// The people in a room now, none twice.
async fn participants(desk: &Desk, code: Code) -> Vec<String> {
    let mut ids = Vec::new();
    for (person, _) in desk.meetings.people(code).await {
        let id = object_id(person);
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

fn spell(room: Room, participants: Vec<String>) -> Value {
    json!({
        "_id": room.code.compact(),
        "name": room.name,
        "description": room.description,
        "createdBy": {
            "_id": object_id(room.created_by),
            "username": room.created_by_username.unwrap_or_default(),
        },
        "participants": participants,
        "createdAt": iso8601(room.created_at),
    })
}

fn spell_message(room: Code, RoomMessage { message, username }: RoomMessage) -> Value {
    json!({
        "_id": message_object_id(room, message.number),
        "room": room.compact(),
        "sender": {
            "_id": object_id(message.person),
            "username": username.unwrap_or_else(|| message.name.clone()),
        },
        "senderName": message.name,
        "content": message.text,
        "timestamp": iso8601(message.at),
    })
}
