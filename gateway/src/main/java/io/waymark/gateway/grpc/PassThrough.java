package io.waymark.gateway.grpc;

import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoFileDescriptorSupplier;
import io.waymark.gateway.contract.Contracts;
import io.waymark.gateway.ops.DoorMetrics;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Passes any method of our services to the service that keeps it, by the name alone. Metadata,
 * deadline, cancellation, trailers and flow control are kept; whether a method streams does not
 * matter on the wire.
 */
public final class PassThrough extends HandlerRegistry {
  private static final String UNKNOWN = "unknown";
  private final Upstreams upstreams;
  private final DoorMetrics metrics;
  private final List<ServerServiceDefinition> described;
  private final Set<String> methods = new TreeSet<>();

  public PassThrough(Contracts contracts, Upstreams upstreams, DoorMetrics metrics) {
    this.upstreams = upstreams;
    this.metrics = metrics;
    this.described = contracts.services().stream().map(PassThrough::describe).toList();
    contracts.services().stream()
        .flatMap(service -> service.getMethods().stream())
        .forEach(method -> methods.add(method.getService().getFullName() + "/" + method.getName()));
  }

  /**
   * What reflection tells of our services: their contracts, which the gateway holds for all of
   * them.
   */
  @Override
  public List<ServerServiceDefinition> getServices() {
    return described;
  }

  @Override
  public @Nullable ServerMethodDefinition<?, ?> lookupMethod(
      String fullName, @Nullable String authority) {
    String service =
        Optional.ofNullable(MethodDescriptor.extractFullServiceName(fullName)).orElse("");
    return upstreams.of(service).map(upstream -> define(fullName, service, upstream)).orElse(null);
  }

  private ServerMethodDefinition<byte[], byte[]> define(
      String fullName, String service, Upstream upstream) {
    MethodDescriptor<byte[], byte[]> method =
        MethodDescriptor.newBuilder(Bytes.INSTANCE, Bytes.INSTANCE)
            .setFullMethodName(fullName)
            .setType(MethodType.UNKNOWN)
            .build();
    // Anyone can call any name: only names of the contracts become labels.
    boolean known = methods.contains(fullName);
    String serviceLabel = known ? service : upstream.name();
    String methodLabel = known ? fullName.substring(service.length() + 1) : UNKNOWN;
    return ServerMethodDefinition.create(
        method, (call, headers) -> begin(call, headers, upstream, serviceLabel, methodLabel));
  }

  private ServerCall.Listener<byte[]> begin(
      ServerCall<byte[], byte[]> caller,
      Metadata headers,
      Upstream upstream,
      String serviceLabel,
      String methodLabel) {
    long started = System.nanoTime();
    // The deadline and the cancellation travel in the call's context.
    ClientCall<byte[], byte[]> service =
        upstream.channel().newCall(caller.getMethodDescriptor(), CallOptions.DEFAULT);
    ProxiedCall call =
        new ProxiedCall(
            caller,
            service,
            upstream,
            code ->
                metrics.callEnded(serviceLabel, methodLabel, code, System.nanoTime() - started));
    call.start(headers);
    return call.fromCaller;
  }

  private static ServerServiceDefinition describe(ServiceDescriptor service) {
    return ServerServiceDefinition.builder(
            io.grpc.ServiceDescriptor.newBuilder(service.getFullName())
                .setSchemaDescriptor(new Schema(service.getFile()))
                .build())
        .build();
  }

  private record Schema(FileDescriptor file) implements ProtoFileDescriptorSupplier {
    @Override
    public FileDescriptor getFileDescriptor() {
      return file;
    }
  }
}
