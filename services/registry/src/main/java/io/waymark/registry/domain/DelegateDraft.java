package io.waymark.registry.domain;

/** A stand-in as a plan office wrote it, unchecked; absent texts are empty. */
public record DelegateDraft(
    String name, String email, String bureauId, String from, String until, String reason) {}
