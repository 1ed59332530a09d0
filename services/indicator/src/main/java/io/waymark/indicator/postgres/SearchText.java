package io.waymark.indicator.postgres;

import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.SubjectKind;
import java.util.Locale;

/** The words by which a subject is found. */
final class SearchText {
  private SearchText() {}

  static String of(Judgement judgement) {
    String kind = judgement.getKind() == SubjectKind.SUBJECT_KIND_PROJECT ? "project" : "target";
    return String.join(
            " ",
            kind,
            judgement.getSubjectId(),
            judgement.getSubjectName().getZh(),
            judgement.getSubjectName().getEn(),
            judgement.getLeadBureauName().getZh(),
            judgement.getLeadBureauName().getEn())
        .toLowerCase(Locale.ROOT);
  }
}
