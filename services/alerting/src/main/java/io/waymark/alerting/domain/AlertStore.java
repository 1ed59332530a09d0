package io.waymark.alerting.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alerts and bureaus within one transaction. */
public interface AlertStore {
  /**
   * What is held of the subjects, locked until the transaction ends; a subject seen first is there
   * with nothing held.
   */
  Map<SubjectKey, AlertState> lock(Collection<SubjectKey> subjects);

  /**
   * The subject of an alert, locked until the transaction ends; empty if there is no such alert.
   */
  Optional<SubjectKey> lockAlert(String alertId);

  /** Message-IDs of the first mail about each alert, by alert and recipient's address. */
  Map<String, Map<String, String>> threads(Collection<String> alertIds);

  /** The bureaus of these ids that are known. */
  Map<String, Bureau> bureaus(Collection<String> bureauIds);

  /** Keeps the bureaus that are newer than what is held, and returns those. */
  List<Bureau> keepBureaus(Collection<Bureau> bureaus);

  /** Takes away the notices that waited for these bureaus, oldest first. */
  List<Notice> takeWaiting(Collection<String> bureauIds);

  /** Writes states, appends transitions, stores mails, and announces the transitions. */
  void save(Changes changes);

  /**
   * What a piece of work changed.
   *
   * @param states new state of each subject
   * @param moves transitions, in the order in which they happened
   * @param mails to be sent once the transaction has committed
   * @param waiting notices whose bureau is not known yet
   */
  record Changes(
      List<AlertState> states, List<Move> moves, List<OutgoingMail> mails, List<Notice> waiting) {
    public Changes {
      states = List.copyOf(states);
      moves = List.copyOf(moves);
      mails = List.copyOf(mails);
      waiting = List.copyOf(waiting);
    }
  }
}
