package io.waymark.indicator.judge;

import io.waymark.judging.Rulebook;
import io.waymark.proto.indicator.v1.CompareRulebooksResponse;
import io.waymark.proto.indicator.v1.ComparedRulebook;
import io.waymark.proto.indicator.v1.ComparedSubject;
import io.waymark.proto.indicator.v1.Judgement;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.LightCount;
import io.waymark.proto.indicator.v1.Lights;
import io.waymark.proto.indicator.v1.RulebookPair;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Judges the same facts under several rulebooks, without dead band, and tells where they differ.
 */
public final class Comparison {
  private final List<Rulebook> rulebooks;
  private final List<List<Judgement>> byRulebook;

  private Comparison(List<Rulebook> rulebooks, List<List<Judgement>> byRulebook) {
    this.rulebooks = rulebooks;
    this.byRulebook = byRulebook;
  }

  /** Compares everything that the facts hold: all targets of the indicators, all projects. */
  public static CompareRulebooksResponse of(Facts facts, List<Rulebook> rulebooks, LocalDate asOf) {
    List<List<Judgement>> judged =
        rulebooks.parallelStream().map(r -> judge(facts.judgedBy(r), asOf)).toList();
    return new Comparison(rulebooks, judged).reply(asOf);
  }

  private static List<Judgement> judge(Facts facts, LocalDate asOf) {
    Judging judging = new Judging(facts, asOf);
    List<Judgement> judged = new ArrayList<>();
    facts.indicators().keySet().stream()
        .sorted()
        .flatMap(id -> judging.targetsOf(id).stream())
        .forEach(verdict -> judged.add(verdict.judgement()));
    facts.projects().keySet().stream()
        .sorted()
        .forEach(id -> judged.add(judging.project(id).judgement()));
    return judged;
  }

  private CompareRulebooksResponse reply(LocalDate asOf) {
    CompareRulebooksResponse.Builder reply =
        CompareRulebooksResponse.newBuilder()
            .setAsOf(asOf.toString())
            .setJudged(subjects())
            .setSimulated(byRulebook.getFirst().stream().anyMatch(Judgement::getSimulated));
    for (int i = 0; i < rulebooks.size(); i++) {
      reply.addRulebooks(rulebook(i));
      for (int k = i + 1; k < rulebooks.size(); k++) {
        reply.addPairs(pair(i, k));
      }
    }
    for (int s = 0; s < subjects(); s++) {
      ComparedSubject subject = subject(s);
      if (subject.getPositionDiffers() || subject.getOverallDiffers()) {
        reply.addSubjects(subject);
      }
    }
    return reply.build();
  }

  private int subjects() {
    return byRulebook.getFirst().size();
  }

  private ComparedRulebook rulebook(int at) {
    Rulebook rulebook = rulebooks.get(at);
    return ComparedRulebook.newBuilder()
        .setName(rulebook.name())
        .setVersion(rulebook.version())
        .setTitle(Answers.text(rulebook.title()))
        .addAllPositions(counts(at, Lights::getPosition))
        .addAllOveralls(counts(at, Lights::getOverall))
        .build();
  }

  private List<LightCount> counts(int at, Function<Lights, Light> light) {
    Map<Light, Integer> counts = new EnumMap<>(Light.class);
    byRulebook.get(at).forEach(j -> counts.merge(light.apply(j.getLights()), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(e -> LightCount.newBuilder().setLight(e.getKey()).setCount(e.getValue()).build())
        .toList();
  }

  private RulebookPair pair(int first, int second) {
    return RulebookPair.newBuilder()
        .setFirst(first)
        .setSecond(second)
        .setPositions(known(first, second, Lights::getPosition))
        .setPositionsAgree(agree(first, second, Lights::getPosition))
        .setOveralls(known(first, second, Lights::getOverall))
        .setOverallsAgree(agree(first, second, Lights::getOverall))
        .build();
  }

  private int known(int first, int second, Function<Lights, Light> light) {
    return (int)
        IntStream.range(0, subjects())
            .filter(s -> known(light(first, s, light)) && known(light(second, s, light)))
            .count();
  }

  private int agree(int first, int second, Function<Lights, Light> light) {
    return (int)
        IntStream.range(0, subjects())
            .filter(s -> known(light(first, s, light)))
            .filter(s -> plain(light(first, s, light)) == plain(light(second, s, light)))
            .count();
  }

  private Light light(int rulebook, int subject, Function<Lights, Light> light) {
    return light.apply(byRulebook.get(rulebook).get(subject).getLights());
  }

  private ComparedSubject subject(int at) {
    Judgement any = byRulebook.getFirst().get(at);
    return ComparedSubject.newBuilder()
        .setKind(any.getKind())
        .setSubjectId(any.getSubjectId())
        .setSubjectName(any.getSubjectName())
        .setCategory(any.getCategory())
        .setLeadBureauId(any.getLeadBureauId())
        .addAllLights(byRulebook.stream().map(judged -> judged.get(at).getLights()).toList())
        .setPositionDiffers(differs(at, Lights::getPosition))
        .setOverallDiffers(differs(at, Lights::getOverall))
        .build();
  }

  private boolean differs(int at, Function<Lights, Light> light) {
    return IntStream.range(0, rulebooks.size())
            .mapToObj(rulebook -> plain(light(rulebook, at, light)))
            .distinct()
            .count()
        > 1;
  }

  private static boolean known(Light light) {
    return light != Light.LIGHT_UNKNOWN && light != Light.LIGHT_SUSPENDED;
  }

  /** Few published rules know a colour for ahead: it is no disagreement. */
  private static Light plain(Light light) {
    return light == Light.LIGHT_AHEAD ? Light.LIGHT_ON_TRACK : light;
  }
}
