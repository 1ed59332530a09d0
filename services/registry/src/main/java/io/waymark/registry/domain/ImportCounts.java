package io.waymark.registry.domain;

/** How many items of an import were new, differed, or were the same as before. */
public record ImportCounts(int created, int changed, int unchanged) {}
