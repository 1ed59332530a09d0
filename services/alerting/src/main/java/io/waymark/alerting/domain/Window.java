package io.waymark.alerting.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Says when what waits for a bureau goes out. One notice goes almost at once; the more have come,
 * the longer it waits for more; and whoever had many mails within the hour waits longer still.
 */
final class Window {
  /** Waited after the last notice, for each that has come. */
  static final Duration GAP = Duration.ofMillis(150);

  /** However many have come, the gap is no longer. */
  static final Duration LONGEST_GAP = Duration.ofSeconds(5);

  /** However they keep coming, the first one waits no longer. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  /** So many mails within the hour are nobody's storm. */
  static final int CALM = 12;

  static final Duration LOOK_BACK = Duration.ofHours(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);

  private Window() {}

  static boolean over(
      AlertStore.Ripening ripening, List<Instant> mailed, Instant now, Instant system) {
    Duration gap = GAP.multipliedBy(ripening.count());
    Duration waits = gap.compareTo(LONGEST_GAP) > 0 ? LONGEST_GAP : gap;
    boolean calm = !system.isBefore(ripening.newest().plus(waits));
    boolean longEnough = !system.isBefore(ripening.oldest().plus(LONGEST_WAIT));
    return (calm || longEnough) && !now.isBefore(pausedUntil(mailed));
  }

  private static Instant pausedUntil(List<Instant> mailed) {
    if (mailed.size() < CALM) {
      return Instant.MIN;
    }
    int more = Math.min(mailed.size() - CALM, 4);
    Duration pause = Duration.ofMinutes(1L << more);
    return mailed.getLast().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
  }
}
