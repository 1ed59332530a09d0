package io.waymark.gateway.openapi;

import com.google.gson.JsonObject;
import io.waymark.gateway.rest.JsonAnswer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.HttpRequestHandler;

/** Serves the OpenAPI document. */
public final class OpenApiPage implements HttpRequestHandler {
  private final String document;

  public OpenApiPage(JsonObject document) {
    this.document = document.toString();
  }

  @Override
  public void handleRequest(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    JsonAnswer.write(document, true, request, response);
  }
}
