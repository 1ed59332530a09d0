package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.protobuf.Timestamp;
import io.grpc.stub.StreamObserver;
import io.waymark.chassis.failure.Failure;
import io.waymark.indicator.grpc.IndicatorGrpcService;
import io.waymark.proto.indicator.v1.Difference;
import io.waymark.proto.indicator.v1.ExplainJudgementRequest;
import io.waymark.proto.indicator.v1.ExplainJudgementResponse;
import io.waymark.proto.indicator.v1.GetJudgementRequest;
import io.waymark.proto.indicator.v1.GetJudgementResponse;
import io.waymark.proto.indicator.v1.Light;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The figure of March, 600 km, is corrected in July to 585: what is said of 30 June? */
@RealPartsTest
class TwoClocksOnPostgresTest {
  private final RailOnPostgres rail;
  private final IndicatorGrpcService service;

  TwoClocksOnPostgresTest(Parts parts) {
    rail = new RailOnPostgres(parts.newDatabase());
    service = rail.service();
    rail.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    rail.on("2027-04-10").figure("2027-03-31", "600");
    rail.on("2027-07-08").figure("2027-03-31", "585");
  }

  @AfterEach
  void close() {
    rail.close();
  }

  @Test
  void bothQuestionsAboutADayHaveAnswers() {
    GetJudgementResponse june = asked(question().setAsOf("2027-06-30"));

    assertThat(june.getJudgedAfresh()).isTrue();
    assertThat(june.getJudgement().getAsOf()).isEqualTo("2027-06-30");
    assertThat(june.getJudgement().getTarget().getValue()).isEqualTo("585");
    assertThat(june.getJudgement().getJudgementId()).isEmpty();
    assertThat(june.getHeld().getAsOf()).isEqualTo("2027-04-10");
    assertThat(june.getHeld().getTarget().getValue()).isEqualTo("600");
    assertThat(june.getHeld().getJudgementId()).isNotEmpty();
    assertThat(june.getKnownAt().getSeconds()).isEqualTo(rail.clock.instant().getEpochSecond());
    assertThat(june.getDifferencesList())
        .contains(
            Difference.newBuilder()
                .setField("lights.position")
                .setBefore(Light.LIGHT_AHEAD.name())
                .setAfter(Light.LIGHT_OFF_TRACK.name())
                .build(),
            Difference.newBuilder()
                .setField("target.value")
                .setBefore("600")
                .setAfter("585")
                .build());
  }

  @Test
  void whatWasKnownBeforeTheCorrectionTellsTheSameAsWhatWasHeld() {
    GetJudgementResponse june =
        asked(question().setAsOf("2027-04-10").setKnownAt(Rail.timestamp("2027-07-01T00:00:00Z")));

    assertThat(june.getJudgement().getTarget().getValue()).isEqualTo("600");
    assertThat(june.getHeld().getTarget().getValue()).isEqualTo("600");
    assertThat(june.getDifferencesList()).isEmpty();
  }

  @Test
  void whatWasHeldIsAsOldAsTheKnowledgeThatIsAskedFor() {
    Timestamp beforeAnyFigure = Rail.timestamp("2027-04-05T00:00:00Z");

    GetJudgementResponse june = asked(question().setAsOf("2027-06-30").setKnownAt(beforeAnyFigure));

    assertThat(june.getHeld().getAsOf()).isEqualTo("2027-03-31");
    assertThat(june.getHeld().getTarget().getValue()).isEmpty();
    assertThat(june.getKnownAt()).isEqualTo(beforeAnyFigure);
  }

  @Test
  void nothingWasHeldBeforeTheFirstJudgementOrOfADayToCome() {
    assertThat(asked(question().setAsOf("2027-01-31")).hasHeld()).isFalse();
    assertThat(asked(question().setAsOf("2028-06-30")).hasHeld()).isFalse();
  }

  @Test
  void withoutADateTheJudgementInForceIsTheAnswer() {
    GetJudgementResponse now = asked(question());

    assertThat(now.getJudgement()).isEqualTo(rail.inForce(Rail.TARGET));
    assertThat(now.getJudgedAfresh()).isFalse();
    assertThat(now.hasHeld()).isFalse();
  }

  @Test
  void aStoredJudgementIsAnsweredAndExplainedByItsId() {
    String held = asked(question().setAsOf("2027-06-30")).getHeld().getJudgementId();

    GetJudgementResponse stored = asked(question().setSubjectId(held).setAsOf("2027-06-30"));
    ExplainJudgementResponse explained =
        answer(
            service::explainJudgement,
            ExplainJudgementRequest.newBuilder().setPlanId(Rail.PLAN).setSubjectId(held).build());

    assertThat(stored.getJudgement().getTarget().getValue()).isEqualTo("600");
    assertThat(stored.getJudgedAfresh()).isFalse();
    assertThat(explained.getJudgement().getJudgementId()).isEqualTo(held);
    assertThat(explained.getStepsList()).isNotEmpty();
  }

  @Test
  void aDateThatIsNoneIsNamed() {
    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> asked(question().setAsOf("June")))
        .withMessageContaining("as_of");
  }

  private static GetJudgementRequest.Builder question() {
    return GetJudgementRequest.newBuilder().setPlanId(Rail.PLAN).setSubjectId(Rail.TARGET);
  }

  private GetJudgementResponse asked(GetJudgementRequest.Builder question) {
    return answer(service::getJudgement, question.build());
  }

  private static <Q, A> A answer(BiConsumer<Q, StreamObserver<A>> call, Q question) {
    List<A> answers = new ArrayList<>();
    call.accept(
        question,
        new StreamObserver<>() {
          @Override
          public void onNext(A answer) {
            answers.add(answer);
          }

          @Override
          public void onError(Throwable failure) {
            throw new IllegalStateException(failure);
          }

          @Override
          public void onCompleted() {}
        });
    return answers.getFirst();
  }
}
