{{/* Settings of the three services: their own database and management port. */}}
{{- define "waymark.serviceVariables" -}}
{{- $database := .root.Values.database -}}
- {name: WAYMARK_MANAGEMENT_PORT, value: {{ .part.ports.management | int | quote }}}
- {name: WAYMARK_DATABASE_URL, value: {{ printf "jdbc:postgresql://%s:%d/%s%s" $database.host (int $database.port) .part.database $database.parameters | quote }}}
- {name: WAYMARK_DATABASE_USER, value: {{ $database.user | quote }}}
{{ include "waymark.secretVariable" (dict "name" "WAYMARK_DATABASE_PASSWORD" "secret" $database.password.secret "key" $database.password.key) }}
{{- end -}}

{{/* Settings of the mailer. */}}
{{- define "waymark.mailVariables" -}}
{{- $smtp := .Values.smtp -}}
- {name: WAYMARK_SMTP_HOST, value: {{ $smtp.host | quote }}}
- {name: WAYMARK_SMTP_PORT, value: {{ $smtp.port | int | quote }}}
- {name: WAYMARK_SMTP_TLS, value: {{ $smtp.tls | quote }}}
- {name: WAYMARK_SMTP_CONNECTIONS, value: {{ $smtp.connections | int | quote }}}
- {name: WAYMARK_SMTP_PER_MINUTE, value: {{ $smtp.perMinute | int | quote }}}
{{- if $smtp.ca.secret }}
- {name: WAYMARK_SMTP_CA, value: /etc/waymark/smtp/ca.pem}
{{- end }}
{{- if .Values.channels.secret }}
- {name: WAYMARK_CHANNELS, value: /etc/waymark/channels/channels.yaml}
{{- end }}
- {name: WAYMARK_MAIL_FROM, value: {{ $smtp.from | quote }}}
- {name: WAYMARK_BOARD_URL, value: {{ .Values.boardUrl | quote }}}
{{- if $smtp.login.secret }}
{{ include "waymark.secretVariable" (dict "name" "WAYMARK_SMTP_USER" "secret" $smtp.login.secret "key" $smtp.login.userKey) }}
{{ include "waymark.secretVariable" (dict "name" "WAYMARK_SMTP_PASSWORD" "secret" $smtp.login.secret "key" $smtp.login.passwordKey) }}
{{- end }}
{{- end -}}

{{/* Settings of the gateway: its door and where the services are. */}}
{{- define "waymark.gatewayVariables" -}}
# One service that is away must not take the whole door out of its Service: REST says so where it matters, and
# /actuator/health still names it.
- {name: MANAGEMENT_ENDPOINT_HEALTH_GROUP_READINESS_INCLUDE, value: readinessState}
- {name: WAYMARK_HTTP_PORT, value: {{ .Values.gateway.httpPort | int | quote }}}
{{- with .Values.grafanaUrl }}
- {name: WAYMARK_GRAFANA_URL, value: {{ . | quote }}}
{{- end }}
{{- range $name, $service := .Values.services }}
- {name: WAYMARK_{{ upper $name }}_ADDRESS, value: {{ printf "%s-%s:%d" (include "waymark.fullname" $) $name (int $service.grpcPort) | quote }}}
- {name: WAYMARK_{{ upper $name }}_MANAGEMENT, value: {{ printf "http://%s-%s:%d" (include "waymark.fullname" $) $name (int $service.managementPort) | quote }}}
{{- end }}
{{ include "waymark.secretVariable" (dict "name" "WAYMARK_GATEWAY_TOKEN" "secret" .Values.tokens.gateway.secret "key" .Values.tokens.gateway.key) }}
{{- end -}}
