package io.waymark.registry.domain;

/**
 * An actor with what its token entitles it to.
 *
 * @param reporter may report on what its bureau leads or supports
 * @param planOffice may import, suspend and resume
 * @param simulation plays a demo scenario: may report figures as simulated
 */
public record Requester(Actor actor, boolean reporter, boolean planOffice, boolean simulation) {
  /** Somebody real. */
  public Requester(Actor actor, boolean reporter, boolean planOffice) {
    this(actor, reporter, planOffice, false);
  }
}
