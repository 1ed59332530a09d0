package io.waymark.alerting.domain;

import io.waymark.alerting.domain.AlertCommand.SubjectJudged;
import java.util.List;

/** Says what hypothetical judgements would lead to, by what is held now. */
@FunctionalInterface
public interface Previews {
  /** What would be changed, sent and announced; none of it is. */
  AlertStore.Changes preview(List<SubjectJudged> batch);
}
