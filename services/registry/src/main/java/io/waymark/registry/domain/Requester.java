package io.waymark.registry.domain;

/**
 * An actor with what its token entitles it to.
 *
 * @param reporter may report on what its bureau leads or supports
 * @param planOffice may import, suspend and resume
 */
public record Requester(Actor actor, boolean reporter, boolean planOffice) {}
