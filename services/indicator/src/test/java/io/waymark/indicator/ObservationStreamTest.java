package io.waymark.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.waymark.proto.indicator.v1.IndicatorServiceGrpc;
import io.waymark.proto.indicator.v1.RecordObservationRequest;
import io.waymark.proto.indicator.v1.StreamObservationsRequest;
import io.waymark.proto.indicator.v1.StreamObservationsResponse;
import io.waymark.testkit.Parts;
import io.waymark.testkit.RealPartsTest;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Figures on one stream, over gRPC and on a real database. */
@RealPartsTest
class ObservationStreamTest {
  private final RailOnPostgres rail;
  private final Server server;
  private final ManagedChannel channel;

  ObservationStreamTest(Parts parts) throws IOException {
    rail = new RailOnPostgres(parts.newDatabase());
    rail.on("2027-03-31");
    rail.plans.handle(Rail.plan("645"), Rail.PLAN_OFFICE);
    String name = InProcessServerBuilder.generateName();
    server =
        InProcessServerBuilder.forName(name)
            .addService(rail.service())
            .intercept(new AsTransport())
            .build()
            .start();
    channel = InProcessChannelBuilder.forName(name).build();
  }

  @AfterEach
  void close() {
    channel.shutdownNow();
    server.shutdownNow();
    rail.close();
  }

  @Test
  void everyFigureIsAcknowledgedInOrderAndABadOneSinksNoOther() {
    Sender sender = new Sender();
    open(sender);
    sender.send(Rail.figure("k1", "2026-06-30", "580"));
    sender.send(Rail.figure("k2", "2026-09-30", "many"));
    sender.send(Rail.figure("k3", "2026-12-31", "590").toBuilder().setIndicatorId("gdp").build());
    sender.send(Rail.figure("k4", "2026-12-31", "590"));
    sender.complete();
    sender.ended.orTimeout(30, TimeUnit.SECONDS).join();
    assertThat(sender.answers())
        .extracting(StreamObservationsResponse::getIdempotencyKey)
        .containsExactly("k1", "k2", "k3", "k4");
    assertThat(sender.answers())
        .extracting(answer -> answer.getRefused().getReason())
        .containsExactly("", "INVALID", "INDICATOR_NOT_YOURS", "");
    assertThat(sender.answers().get(1).getRefused().getViolations(0).getField()).isEqualTo("value");
    assertThat(recorded()).isEqualTo(2);
    assertThat(rail.inForce(Rail.TARGET).getTarget().getValue()).isEqualTo("590");
  }

  @Test
  void afterACutTheSameFiguresAgainAreRecordedOnce() {
    Sender cut = new Sender();
    open(cut);
    for (int month = 1; month <= 12; month++) {
      cut.send(monthly(month));
    }
    await().until(() -> cut.answers().size() >= 4);
    cut.cancel();

    Sender again = new Sender();
    open(again);
    for (int month = 1; month <= 12; month++) {
      again.send(monthly(month));
    }
    again.complete();
    again.ended.orTimeout(30, TimeUnit.SECONDS).join();
    assertThat(again.answers()).allMatch(StreamObservationsResponse::hasAccepted).hasSize(12);
    assertThat(again.answers())
        .startsWith(cut.answers().toArray(StreamObservationsResponse[]::new));
    assertThat(recorded()).isEqualTo(12);
  }

  private void open(Sender sender) {
    IndicatorServiceGrpc.newStub(channel).streamObservations(sender);
  }

  private static RecordObservationRequest monthly(int month) {
    String day = YearMonth.of(2026, month).atEndOfMonth().toString();
    return Rail.figure("m" + month, day, String.valueOf(578 + month));
  }

  private int recorded() {
    return rail.db.fetchSingle("select count(*) from observation").into(int.class);
  }

  /** Stands in for the token. */
  private static final class AsTransport implements ServerInterceptor {
    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
        ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
      return Contexts.interceptCall(Rail.TRANSPORT.in(Context.current()), call, headers, next);
    }
  }

  /** A client of the stream. */
  private static final class Sender
      implements ClientResponseObserver<StreamObservationsRequest, StreamObservationsResponse> {
    private final List<StreamObservationsResponse> answers = new ArrayList<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final CompletableFuture<ClientCallStreamObserver<StreamObservationsRequest>> call =
        new CompletableFuture<>();

    @Override
    public void beforeStart(ClientCallStreamObserver<StreamObservationsRequest> outward) {
      call.complete(outward);
    }

    void send(RecordObservationRequest figure) {
      call.join().onNext(StreamObservationsRequest.newBuilder().setObservation(figure).build());
    }

    void complete() {
      call.join().onCompleted();
    }

    void cancel() {
      call.join().cancel("cut", null);
    }

    synchronized List<StreamObservationsResponse> answers() {
      return List.copyOf(answers);
    }

    @Override
    public synchronized void onNext(StreamObservationsResponse answer) {
      answers.add(answer);
    }

    @Override
    public void onError(Throwable failure) {
      ended.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
      ended.complete(null);
    }
  }
}
