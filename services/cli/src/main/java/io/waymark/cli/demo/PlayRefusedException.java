package io.waymark.cli.demo;

import io.waymark.proto.registry.v1.Refusal;

/**
 * A report of the demo was refused; what was sent before stays, and another play goes on from
 * there.
 */
public final class PlayRefusedException extends RuntimeException {
  private final transient DemoEvent event;
  private final transient Refusal refusal;

  PlayRefusedException(DemoEvent event, Refusal refusal) {
    super(
        refusal.getStatus()
            + " "
            + refusal.getReason()
            + ": "
            + refusal.getMessage()
            + " ("
            + event.line()
            + ")");
    this.event = event;
    this.refusal = refusal;
  }

  /** What was refused. */
  public DemoEvent event() {
    return event;
  }

  /** Why. */
  public Refusal refusal() {
    return refusal;
  }
}
