package io.waymark.gateway.rest;

import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.DynamicMessage;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import io.waymark.gateway.grpc.Upstream;
import io.waymark.gateway.grpc.Upstreams;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Calls the method behind a route with a deadline. */
final class RestCaller {
  private static final Metadata.Key<String> AUTHORIZATION = key("authorization");
  private static final Metadata.Key<String> CHANNEL = key("x-waymark-channel");
  private static final Metadata.Key<String> TRACE = key("traceparent");

  private final Upstreams upstreams;
  private final Duration deadline;
  private final Map<String, io.grpc.MethodDescriptor<DynamicMessage, DynamicMessage>> methods =
      new ConcurrentHashMap<>();

  RestCaller(Upstreams upstreams, Duration deadline) {
    this.upstreams = upstreams;
    this.deadline = deadline;
  }

  DynamicMessage call(
      MethodDescriptor method, DynamicMessage request, String authorization, TraceParent trace) {
    String service = method.getService().getFullName();
    Upstream upstream =
        upstreams
            .of(service)
            .orElseThrow(() -> new IllegalStateException("no service keeps " + service));
    Metadata headers = new Metadata();
    headers.put(CHANNEL, "rest");
    headers.put(TRACE, trace.value());
    if (!authorization.isEmpty()) {
      headers.put(AUTHORIZATION, authorization);
    }
    Channel channel =
        ClientInterceptors.intercept(
            upstream.channel(), MetadataUtils.newAttachHeadersInterceptor(headers));
    CallOptions options =
        CallOptions.DEFAULT.withDeadlineAfter(deadline.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return ClientCalls.blockingUnaryCall(channel, grpcMethod(method), options, request);
    } catch (StatusRuntimeException e) {
      throw new ProblemException(StatusProblems.of(e, upstream.name()));
    }
  }

  private io.grpc.MethodDescriptor<DynamicMessage, DynamicMessage> grpcMethod(
      MethodDescriptor method) {
    return methods.computeIfAbsent(
        method.getFullName(),
        _ ->
            io.grpc.MethodDescriptor.newBuilder(
                    ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getInputType())),
                    ProtoUtils.marshaller(
                        DynamicMessage.getDefaultInstance(method.getOutputType())))
                .setType(MethodType.UNARY)
                .setFullMethodName(
                    io.grpc.MethodDescriptor.generateFullMethodName(
                        method.getService().getFullName(), method.getName()))
                .build());
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }
}
