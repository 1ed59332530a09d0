package io.waymark.registry.domain;

/** A caller's idempotency key: unique within its bureau for ever. */
public record CommandKey(String bureauId, String idempotencyKey) {}
