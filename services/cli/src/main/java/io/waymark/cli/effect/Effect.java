package io.waymark.cli.effect;

import io.waymark.proto.alerting.v1.Mail;
import io.waymark.proto.indicator.v1.Judgement;
import java.util.List;

/**
 * What a report set in motion.
 *
 * @param changes subjects that were judged anew
 * @param mails mails that were written about them
 * @param watched how many subjects were watched
 */
public record Effect(List<Change> changes, List<Mail> mails, int watched) {
  /**
   * A new judgement.
   *
   * @param before the judgement before; the default instance if it is the first
   * @param now the judgement now
   */
  public record Change(Judgement before, Judgement now) {
    /** True if the overall light differs, so that someone may be told. */
    public boolean turned() {
      return before.getLights().getOverall() != now.getLights().getOverall();
    }
  }

  /** Copies. */
  public Effect {
    changes = List.copyOf(changes);
    mails = List.copyOf(mails);
  }
}
