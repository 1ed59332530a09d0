package io.waymark.indicator.postgres;

import io.waymark.indicator.domain.Lateness;

/**
 * A late or corrected figure, and the event by which it came.
 *
 * @param trigger the event
 * @param lateness since when it asks for judgements anew, and why
 */
public record Late(Trigger trigger, Lateness lateness) {
  /** Both: dates are judged anew since the earlier one's, and the event is that one's. */
  public Late and(Late other) {
    Late first = other.lateness.from().isBefore(lateness.from()) ? other : this;
    return new Late(first.trigger, lateness.and(other.lateness));
  }
}
