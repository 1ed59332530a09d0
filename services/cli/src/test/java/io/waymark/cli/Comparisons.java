package io.waymark.cli;

import io.waymark.proto.indicator.v1.CompareRulebooksResponse;
import io.waymark.proto.indicator.v1.ComparedRulebook;
import io.waymark.proto.indicator.v1.ComparedSubject;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.proto.indicator.v1.LightCount;
import io.waymark.proto.indicator.v1.Lights;
import io.waymark.proto.indicator.v1.RulebookPair;
import io.waymark.proto.indicator.v1.SubjectKind;

/** Three rulebooks on three subjects; about one of them they agree. */
final class Comparisons {
  private Comparisons() {}

  static CompareRulebooksResponse railAndMetro() {
    return CompareRulebooksResponse.newBuilder()
        .setAsOf(Fixtures.TODAY)
        .setJudged(3)
        .setSimulated(true)
        .addRulebooks(rulebook("wuhan", 2, 1, 1, 1))
        .addRulebooks(rulebook("yinchuan", 1, 0, 2, 1))
        .addRulebooks(rulebook("niti", 1, 2, 0, 1))
        .addSubjects(
            subject(
                SubjectKind.SUBJECT_KIND_TARGET,
                Fixtures.RAIL,
                "轨道交通运营里程",
                "Urban rail length",
                Light.LIGHT_OFF_TRACK,
                Light.LIGHT_AT_RISK,
                Light.LIGHT_OFF_TRACK))
        .addSubjects(
            subject(
                SubjectKind.SUBJECT_KIND_PROJECT,
                Fixtures.METRO,
                "12号线武昌段",
                "Line 12, Wuchang section",
                Light.LIGHT_AT_RISK,
                Light.LIGHT_AT_RISK,
                Light.LIGHT_OFF_TRACK))
        .addPairs(pair(0, 1, 2))
        .addPairs(pair(0, 2, 2))
        .addPairs(pair(1, 2, 1))
        .build();
  }

  private static ComparedRulebook rulebook(
      String name, int version, int red, int yellow, int green) {
    return ComparedRulebook.newBuilder()
        .setName(name)
        .setVersion(version)
        .addPositions(count(Light.LIGHT_OFF_TRACK, red))
        .addPositions(count(Light.LIGHT_AT_RISK, yellow))
        .addPositions(count(Light.LIGHT_ON_TRACK, green))
        .addOveralls(count(Light.LIGHT_OFF_TRACK, 3))
        .build();
  }

  private static LightCount count(Light light, int count) {
    return LightCount.newBuilder().setLight(light).setCount(count).build();
  }

  private static ComparedSubject subject(
      SubjectKind kind, String id, String zh, String en, Light... lights) {
    ComparedSubject.Builder subject =
        ComparedSubject.newBuilder()
            .setKind(kind)
            .setSubjectId(id)
            .setSubjectName(Fixtures.text(zh, en))
            .setPositionDiffers(true);
    for (Light light : lights) {
      subject.addLights(Lights.newBuilder().setPosition(light).setOverall(Light.LIGHT_OFF_TRACK));
    }
    return subject.build();
  }

  private static RulebookPair pair(int first, int second, int agree) {
    return RulebookPair.newBuilder()
        .setFirst(first)
        .setSecond(second)
        .setPositions(3)
        .setPositionsAgree(agree)
        .setOveralls(3)
        .setOverallsAgree(3)
        .build();
  }
}
