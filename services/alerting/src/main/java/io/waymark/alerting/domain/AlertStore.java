package io.waymark.alerting.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Alerts and bureaus within one transaction. */
public interface AlertStore extends AlertReader {
  /**
   * What is held of the subjects, locked until the transaction ends; a subject seen first is there
   * with nothing held.
   */
  Map<SubjectKey, AlertState> lock(Collection<SubjectKey> subjects);

  /**
   * The subject of an alert, locked until the transaction ends; empty if there is no such alert.
   */
  Optional<SubjectKey> lockAlert(String alertId);

  /** An alert, live or over. */
  Optional<Alert> alert(String alertId);

  /** Alerts that a judgement moved, as pairs of id and subject. */
  Map<String, SubjectKey> movedBy(String judgementId);

  /** Subjects for which something is due, longest due first, skipping those in others' hands. */
  List<SubjectKey> due(Instant now, int atMost);

  /** What is held of a bureau's live alerts; of every bureau if the id is empty. */
  List<AlertState> liveOf(String bureauId);

  /** Alerts of a bureau that ended after a moment of the service clock, the latest first. */
  List<AlertState> overSince(String bureauId, Instant since);

  /** Keeps the bureaus that are newer than what is held, and returns those. */
  List<Bureau> keepBureaus(Collection<Bureau> bureaus);

  /** Keeps which bureaus support a project, if that is newer than what is held. */
  void keepSupporting(SubjectKey project, List<String> bureauIds, long version);

  /** Known bureaus for which notices wait that are due. */
  List<Ripening> ripening(Instant now);

  /** Takes away a bureau's notices that are due; nothing while another has the bureau in hand. */
  List<Pending> takePending(String bureauId, Instant now);

  /** When mails to a bureau were written since a time, oldest first, by the service clock. */
  List<Instant> mailedSince(String bureauId, Instant since);

  /** Keeps a silence; the warning before its end is due at a time, null if it was given. */
  void keepSilence(Silence silence, @Nullable Instant warnAt);

  /** A silence, locked until the transaction ends. */
  Optional<Silence> silence(String silenceId);

  /** Silences whose warning is due. */
  List<Silence> ending(Instant now);

  /** Keeps how somebody wants to be told. */
  void keepPreference(Preference preference, Actor by, Instant at);

  /** Digests that are due; a bureau that has none planned yet is planned by {@link #planDigest}. */
  List<DueDigest> digests(Instant now, int atMost);

  /** Plans a bureau's next digest. */
  void planDigest(String bureauId, Preference.Digest digest, Instant at);

  /** Writes states, appends transitions, stores mails, and announces the transitions. */
  void save(Changes changes);

  /**
   * Notices that wait.
   *
   * @param count how many
   * @param oldest when the first one came, by the system's clock
   * @param newest when the last one came
   */
  record Ripening(String bureauId, int count, Instant oldest, Instant newest) {}

  /** A digest that is due, since a time. */
  record DueDigest(String bureauId, Preference.Digest digest, Instant at) {}

  /**
   * What a piece of work changed.
   *
   * @param states new state of each subject
   * @param moves transitions, in the order in which they happened
   * @param mails to be sent once the transaction has committed
   * @param waiting notices that go out with others, or whose bureau is not known yet
   * @param dues when to look at each alert of {@code states} again; no entry for never
   * @param messages to be sent over other channels once the transaction has committed
   */
  record Changes(
      List<AlertState> states,
      List<Move> moves,
      List<OutgoingMail> mails,
      List<Pending> waiting,
      Map<String, Instant> dues,
      List<ChannelMessage> messages) {
    public Changes {
      states = List.copyOf(states);
      moves = List.copyOf(moves);
      mails = List.copyOf(mails);
      waiting = List.copyOf(waiting);
      dues = Map.copyOf(dues);
      messages = List.copyOf(messages);
    }

    /** Without messages to other channels. */
    public Changes(
        List<AlertState> states,
        List<Move> moves,
        List<OutgoingMail> mails,
        List<Pending> waiting,
        Map<String, Instant> dues) {
      this(states, moves, mails, waiting, dues, List.of());
    }

    /** Mails, messages to other channels, and notices that go on waiting. */
    static Changes post(
        List<OutgoingMail> mails, List<ChannelMessage> messages, List<Pending> waiting) {
      return new Changes(List.of(), List.of(), mails, waiting, Map.of(), messages);
    }
  }
}
