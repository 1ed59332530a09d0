package io.waymark.alerting.domain;

import java.time.Instant;

/**
 * A notice that waits to go out with others.
 *
 * @param rung the ladder's rung that it tells of; empty if none
 * @param address only this recipient waits for it; empty: everyone
 * @param dueAt not before, by the service clock
 */
public record Pending(Notice notice, String rung, String address, Instant dueAt) {
  /** Whose alert it is. */
  public String bureauId() {
    return notice.verdict().leadBureauId();
  }
}
