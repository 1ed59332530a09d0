package io.waymark.gateway.sheet;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.Metadata;
import io.grpc.stub.MetadataUtils;
import io.waymark.gateway.grpc.Upstreams;
import io.waymark.proto.indicator.v1.IndicatorServiceGrpc;
import io.waymark.proto.registry.v1.RegistryServiceGrpc;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who asks. The token is read only to know of which bureau to speak; the services verify it with
 * every call, and nothing is done without them.
 *
 * @param authorization the header as it came
 * @param bureau the bureau that the token names; empty if it names none
 */
record Bearer(String authorization, String bureau) {
  private static final String PREFIX = "Bearer ";
  private static final String CHANNEL = "board";

  static Bearer of(String authorization) {
    return new Bearer(authorization, bureauOf(authorization));
  }

  private static String bureauOf(String authorization) {
    String[] parts =
        authorization.startsWith(PREFIX) ? authorization.split("\\.", -1) : new String[0];
    if (parts.length != 3) {
      return "";
    }
    try {
      String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      JsonObject read = JsonParser.parseString(claims).getAsJsonObject();
      JsonElement bureau = read.get("bureau");
      return bureau == null ? "" : bureau.getAsString();
    } catch (RuntimeException _) {
      return ""; // the services refuse the token, and say why
    }
  }

  RegistryServiceGrpc.RegistryServiceBlockingStub registry(Upstreams upstreams) {
    return RegistryServiceGrpc.newBlockingStub(
        channel(upstreams, RegistryServiceGrpc.SERVICE_NAME));
  }

  RegistryServiceGrpc.RegistryServiceStub registryStreams(Upstreams upstreams) {
    return RegistryServiceGrpc.newStub(channel(upstreams, RegistryServiceGrpc.SERVICE_NAME));
  }

  IndicatorServiceGrpc.IndicatorServiceBlockingStub indicator(Upstreams upstreams) {
    return IndicatorServiceGrpc.newBlockingStub(
        channel(upstreams, IndicatorServiceGrpc.SERVICE_NAME));
  }

  IndicatorServiceGrpc.IndicatorServiceStub indicatorStreams(Upstreams upstreams) {
    return IndicatorServiceGrpc.newStub(channel(upstreams, IndicatorServiceGrpc.SERVICE_NAME));
  }

  private Channel channel(Upstreams upstreams, String service) {
    Metadata headers = new Metadata();
    headers.put(key("authorization"), authorization);
    headers.put(key("x-waymark-channel"), CHANNEL);
    return ClientInterceptors.intercept(
        upstreams.of(service).orElseThrow().channel(),
        MetadataUtils.newAttachHeadersInterceptor(headers));
  }

  private static Metadata.Key<String> key(String name) {
    return Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER);
  }
}
