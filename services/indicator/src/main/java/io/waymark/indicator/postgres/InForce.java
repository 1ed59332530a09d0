package io.waymark.indicator.postgres;

import io.waymark.indicator.judge.Judging;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.SubjectKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * What is in force of some subjects, by {@link Judging#key}.
 *
 * @param judgements the judgements in force
 * @param highest the highest version that any judgement of the subject has
 */
public record InForce(Map<String, Judgement> judgements, Map<String, Long> highest) {
  /** Of projects and of the targets of indicators. */
  static InForce of(
      DSLContext tx, String planId, Collection<String> projects, Collection<String> indicators) {
    Map<String, Judgement> judgements = new HashMap<>();
    Map<String, Long> highest = new HashMap<>();
    tx.fetch(
            """
            select j.body, s.version from subject s join judgement j using (judgement_id)
            where s.plan_id = ? and s.kind = 2 and s.subject_id = any(?)
            union all
            select j.body, s.version from target t
            join subject s on s.plan_id = t.plan_id and s.kind = 1 and s.subject_id = t.target_id
            join judgement j using (judgement_id)
            where t.plan_id = ? and t.indicator_id = any(?)
            """,
            planId,
            projects.toArray(String[]::new),
            planId,
            indicators.toArray(String[]::new))
        .forEach(r -> {
          Judgement judgement = Bytes.parse(Judgement.parser(), r.get(0, byte[].class));
          String key = Judging.key(judgement.getKind(), judgement.getSubjectId());
          judgements.put(key, judgement);
          highest.put(key, r.get(1, Long.class));
        });
    return new InForce(judgements, highest);
  }

  /** The highest version that any judgement of the subjects of these has, by subject. */
  static Map<String, Long> highest(DSLContext tx, List<Judgement> judgements) {
    Map<String, Long> highest = new HashMap<>();
    tx.fetch(
            """
            select s.kind, s.subject_id, s.version
            from unnest(?::text[], ?::smallint[], ?::text[]) as w(plan_id, kind, id)
            join subject s on s.plan_id = w.plan_id and s.kind = w.kind and s.subject_id = w.id
            """,
            judgements.stream().map(Judgement::getPlanId).toArray(String[]::new),
            judgements.stream().map(j -> (short) j.getKindValue()).toArray(Short[]::new),
            judgements.stream().map(Judgement::getSubjectId).toArray(String[]::new))
        .forEach(r ->
            highest.put(
                Judging.key(SubjectKind.forNumber(r.get(0, Integer.class)), r.get(1, String.class)),
                r.get(2, Long.class)));
    return highest;
  }

  long nextVersion(String key) {
    return highest.getOrDefault(key, 0L) + 1;
  }
}
