package io.waymark.registry.domain;

/** A bureau and how often it was defined. */
public record BureauState(Bureau bureau, long version) {}
