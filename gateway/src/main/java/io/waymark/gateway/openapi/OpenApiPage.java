package io.waymark.gateway.openapi;

import com.google.gson.JsonObject;
import io.waymark.gateway.rest.Tagged;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.web.HttpRequestHandler;

/** Serves the OpenAPI document. */
public final class OpenApiPage implements HttpRequestHandler {
  private final byte[] document;

  public OpenApiPage(JsonObject document) {
    this.document = document.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Tagged.write(document, "application/json", request, response);
  }
}
