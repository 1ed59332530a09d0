package io.waymark.indicator.commands;

import io.waymark.chassis.identity.Caller;
import io.waymark.proto.type.v1.Actor;
import io.waymark.proto.type.v1.ActorKind;

/** The caller as it is recorded. */
final class Actors {
  private Actors() {}

  static Actor of(Caller caller) {
    return Actor.newBuilder()
        .setName(caller.name())
        .setKind(caller.person() ? ActorKind.ACTOR_KIND_PERSON : ActorKind.ACTOR_KIND_SYSTEM)
        .setBureauId(caller.bureauId())
        .setChannel(caller.channel())
        .build();
  }
}
