package io.waymark.alerting.domain;

import java.util.List;
import java.util.Set;

/** The ways by which people are told, for whoever wants to know which there are. */
public interface ChannelDirectory {
  /** Mail first, then the others as the file of channels names them. */
  List<Card> cards();

  /** What is wrong with the file of channels; what it speaks of is not used. */
  List<String> faults();

  /**
   * One way, with nothing in it that must not be shown.
   *
   * @param destination scheme, host and port
   * @param trouble why it takes nothing now; empty if it does
   * @param severities of the alerts that it hears of; empty where each recipient says
   * @param notices that it hears of; empty for all
   * @param bureaus whose alerts it hears of; empty for all
   * @param language in which it is told; empty where each bureau says
   * @param perMinute messages in a minute, of each replica; 0 for no limit
   */
  record Card(
      String name,
      String kind,
      String destination,
      String trouble,
      Set<Severity> severities,
      Set<NoticeKind> notices,
      Set<String> bureaus,
      String language,
      int perMinute) {}
}
