package io.waymark.registry.domain;

/** A contribution as a plan office wrote it, unchecked; absent texts are empty. */
public record ContributionDraft(
    String indicatorId, String amount, String mode, String provenance) {}
