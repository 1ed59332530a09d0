package io.waymark.alerting.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What is held of subjects and bureaus, only to be read. */
public interface AlertReader {
  /** What is held of the subjects, not locked; one that was never seen may be left out. */
  Map<SubjectKey, AlertState> states(Collection<SubjectKey> subjects);

  /** Message-IDs of the first mail about each alert, by alert and recipient's address. */
  Map<String, Map<String, String>> threads(Collection<String> alertIds);

  /** The bureaus of these ids that are known. */
  Map<String, Bureau> bureaus(Collection<String> bureauIds);

  /** Supporting bureaus of these projects. */
  Map<SubjectKey, List<String>> supporting(Collection<SubjectKey> projects);

  /** What the owners of these addresses said; whoever said nothing is left out. */
  Map<String, Preference> preferences(Collection<String> addresses);

  /** Silences that hold at a time. */
  List<Silence> silences(Instant at);
}
