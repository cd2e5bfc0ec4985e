#!/bin/sh
# Runs once, when the database volume is new: the owner migrates, the application only works.
set -eu
psql -v ON_ERROR_STOP=1 --username postgres --dbname postgres \
  -v owner_password="$OWNER_PASSWORD" -v app_password="$APP_PASSWORD" <<'SQL'
create role furikaeri_owner login password :'owner_password';
create role furikaeri_app login password :'app_password';
create database furikaeri owner furikaeri_owner;
SQL
