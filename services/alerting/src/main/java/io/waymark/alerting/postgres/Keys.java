package io.waymark.alerting.postgres;

import io.waymark.alerting.domain.SubjectKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The parts of subject keys as columns. */
@SuppressWarnings("ArrayRecordComponent") // arguments of one statement, never compared
record Keys(String[] kinds, String[] plans, String[] ids) {
  static Keys of(Collection<SubjectKey> subjects) {
    List<SubjectKey> ordered =
        subjects.stream()
            .sorted(
                Comparator.comparing(SubjectKey::kind)
                    .thenComparing(SubjectKey::planId)
                    .thenComparing(SubjectKey::subjectId))
            .toList();
    return new Keys(
        ordered.stream().map(key -> key.kind().name()).toArray(String[]::new),
        ordered.stream().map(SubjectKey::planId).toArray(String[]::new),
        ordered.stream().map(SubjectKey::subjectId).toArray(String[]::new));
  }
}
