package io.waymark.registry.domain;

/** A funding line as a plan office wrote it, unchecked; absent texts are empty. */
public record FundingDraft(String source, String amount, String provenance) {}
