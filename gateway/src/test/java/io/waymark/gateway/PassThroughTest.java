package io.waymark.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.google.rpc.BadRequest;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.StatusProto;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import io.waymark.proto.registry.v1.ListBureausRequest;
import io.waymark.proto.registry.v1.RegistryServiceGrpc;
import io.waymark.proto.registry.v1.ReportProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressRequest;
import io.waymark.proto.registry.v1.StreamProgressResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class PassThroughTest extends DoorTest {
  private ManagedChannel channel;

  @BeforeEach
  void connect() {
    channel = NettyChannelBuilder.forAddress("localhost", grpcPort()).usePlaintext().build();
  }

  @AfterEach
  void disconnect() {
    channel.shutdownNow();
  }

  @Test
  void aUnaryCallPassesWithItsMetadataAndDeadline() {
    var reply =
        registry("token")
            .withDeadlineAfter(40, TimeUnit.SECONDS)
            .listBureaus(ListBureausRequest.getDefaultInstance());

    assertThat(reply.getBureausList()).isNotEmpty();
    assertThat(city.seen().header("authorization")).contains("Bearer token");
    assertThat(city.seen().secondsLeft())
        .hasValueSatisfying(left -> assertThat(left).isBetween(30L, 40L));
  }

  @Test
  void theTypedDetailsOfARefusalPassInTheTrailers() throws Exception {
    var refused =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () ->
                registry("token")
                    .reportProgress(
                        ReportProgressRequest.newBuilder().setPercentComplete(130).build()));

    var status = StatusProto.fromThrowable(refused);
    assertThat(status).isNotNull();
    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(status.getDetails(1).unpack(BadRequest.class).getFieldViolations(0).getField())
        .isEqualTo("percent_complete");
  }

  @Test
  void aBidirectionalStreamIsAnsweredItemByItem() {
    Collected<StreamProgressResponse> replies = new Collected<>();
    StreamObserver<StreamProgressRequest> items = async("token").streamProgress(replies);

    items.onNext(item("k-1"));
    await().until(() -> replies.values.size() == 1); // The answer comes before the stream ends.
    for (int i = 2; i <= 500; i++) {
      items.onNext(item("k-" + i));
    }
    items.onCompleted();

    await().until(() -> replies.done);
    assertThat(replies.values).hasSize(500);
    assertThat(replies.values.getLast().getIdempotencyKey()).isEqualTo("k-500");
  }

  @Test
  void aCallerThatGoesAwayCancelsTheCallBehindTheDoor() {
    Collected<StreamProgressResponse> replies = new Collected<>();
    StreamObserver<StreamProgressRequest> items = async("token").streamProgress(replies);
    items.onNext(item("k-1"));
    await().until(() -> replies.values.size() == 1);

    items.onError(Status.CANCELLED.asRuntimeException());

    await().until(() -> city.registry().cancelledStreams() > 0);
  }

  @Test
  void aDeadlineThatPassesEndsTheCallOnBothSides() {
    Collected<StreamProgressResponse> replies = new Collected<>();
    async("token").withDeadlineAfter(300, TimeUnit.MILLISECONDS).streamProgress(replies);

    await().until(() -> replies.error != null);
    assertThat(Status.fromThrowable(replies.error).getCode())
        .isEqualTo(Status.Code.DEADLINE_EXCEEDED);
    await().until(() -> city.registry().cancelledStreams() > 0);
  }

  @Test
  void aMessageBeyondFourMebibytesIsRefused() {
    var large = ReportProgressRequest.newBuilder().setObstacle("x".repeat(5 << 20)).build();

    var refused =
        catchThrowableOfType(
            StatusRuntimeException.class, () -> registry("token").reportProgress(large));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
  }

  @Test
  void aServiceOfNobodyIsUnimplemented() {
    var refused =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () ->
                io.grpc.stub.ClientCalls.blockingUnaryCall(
                    channel,
                    RegistryServiceGrpc.getListBureausMethod().toBuilder()
                        .setFullMethodName("waymark.weather.v1.Sky/Look")
                        .build(),
                    io.grpc.CallOptions.DEFAULT,
                    ListBureausRequest.getDefaultInstance()));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
  }

  @Test
  void reflectionNamesTheServicesOfAllThree() {
    Collected<ServerReflectionResponse> replies = new Collected<>();
    var asked = ServerReflectionGrpc.newStub(channel).serverReflectionInfo(replies);
    asked.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
    await().until(() -> replies.values.size() == 1);
    asked.onCompleted();

    assertThat(replies.values.getFirst().getListServicesResponse().getServiceList())
        .extracting(service -> service.getName())
        .contains(
            "waymark.registry.v1.RegistryService",
            "waymark.indicator.v1.IndicatorService",
            "waymark.alerting.v1.AlertingService");
  }

  @Test
  void healthIsServingWhileAllServicesAreThere() {
    var health = HealthGrpc.newBlockingStub(channel);

    await()
        .untilAsserted(() ->
            assertThat(health.check(HealthCheckRequest.getDefaultInstance()).getStatus())
                .isEqualTo(ServingStatus.SERVING));
  }

  private static StreamProgressRequest item(String key) {
    return StreamProgressRequest.newBuilder()
        .setReport(ReportProgressRequest.newBuilder().setIdempotencyKey(key))
        .build();
  }

  private RegistryServiceGrpc.RegistryServiceBlockingStub registry(String token) {
    return RegistryServiceGrpc.newBlockingStub(with(token));
  }

  private RegistryServiceGrpc.RegistryServiceStub async(String token) {
    return RegistryServiceGrpc.newStub(with(token));
  }

  private io.grpc.Channel with(String token) {
    Metadata headers = new Metadata();
    headers.put(
        Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer " + token);
    return ClientInterceptors.intercept(
        channel, MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  private static final class Collected<T> implements StreamObserver<T> {
    private final List<T> values = new CopyOnWriteArrayList<>();
    private volatile boolean done;
    private volatile @org.jspecify.annotations.Nullable Throwable error;

    @Override
    public void onNext(T value) {
      values.add(value);
    }

    @Override
    public void onError(Throwable t) {
      error = t;
    }

    @Override
    public void onCompleted() {
      done = true;
    }
  }
}
