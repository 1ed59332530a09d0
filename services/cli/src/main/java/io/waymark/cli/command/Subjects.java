package io.waymark.cli.command;

import io.waymark.cli.client.Problem;
import io.waymark.cli.client.Problem.ProblemException;
import io.waymark.cli.text.Words;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.ListJudgementsRequest;
import io.waymark.proto.indicator.v1.SubjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the subject that a person means: an id is taken as it is, anything else is looked for among
 * the names.
 */
final class Subjects {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
  private static final int SHOWN = 10;

  private final Shell shell;
  private final Session session;

  Subjects(Shell shell, Session session) {
    this.shell = shell;
    this.session = session;
  }

  /** Target, indicator or project id. */
  String any(String typed) {
    return find(typed, SubjectKind.SUBJECT_KIND_UNSPECIFIED)
        .map(Judgement::getSubjectId)
        .orElse(typed);
  }

  /** Project id. */
  String project(String typed) {
    return find(typed, SubjectKind.SUBJECT_KIND_PROJECT).map(Judgement::getSubjectId).orElse(typed);
  }

  /** Target id. */
  String target(String typed) {
    return find(typed, SubjectKind.SUBJECT_KIND_TARGET).map(Judgement::getSubjectId).orElse(typed);
  }

  /** Indicator id. */
  String indicator(String typed) {
    return find(typed, SubjectKind.SUBJECT_KIND_TARGET)
        .map(Judgement::getIndicatorId)
        .orElse(typed);
  }

  private Optional<Judgement> find(String typed, SubjectKind kind) {
    if (ID.matcher(typed).matches()) {
      return Optional.empty();
    }
    ListJudgementsRequest request =
        ListJudgementsRequest.newBuilder()
            .setPlanId(session.planId())
            .setKind(kind)
            .setQuery(typed)
            .setPageSize(200)
            .build();
    List<Judgement> found =
        session.services().indicator().listJudgements(request).getJudgementsList();
    List<Judgement> exact = found.stream().filter(j -> isNamed(j, typed)).toList();
    List<Judgement> best = exact.isEmpty() ? found : exact;
    if (best.size() == 1) {
      shell.note(shell.words().get("note.found", typed, best.getFirst().getSubjectId()));
      return Optional.of(best.getFirst());
    }
    throw unclear(typed, best);
  }

  private static boolean isNamed(Judgement judgement, String typed) {
    return judgement.getSubjectName().getZh().equals(typed)
        || judgement.getSubjectName().getEn().equalsIgnoreCase(typed);
  }

  private ProblemException unclear(String typed, List<Judgement> found) {
    Words words = shell.words();
    List<String> lines = new ArrayList<>();
    lines.add(words.get(found.isEmpty() ? "problem.noSubject" : "problem.subjects", typed));
    for (Judgement judgement : found.subList(0, Math.min(SHOWN, found.size()))) {
      lines.add(
          "  " + judgement.getSubjectId() + "  " + words.language().of(judgement.getSubjectName()));
    }
    String next = words.get(found.isEmpty() ? "next.NOT_FOUND" : "next.subjects");
    return new ProblemException(new Problem(lines, Optional.of(next), Problem.REFUSED));
  }
}
