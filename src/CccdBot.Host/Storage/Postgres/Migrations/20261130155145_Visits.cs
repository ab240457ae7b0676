using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CccdBot.Host.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Visits : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "home_visits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    for_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    need = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    home = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    village = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    good_days = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    because = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    part = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    told_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_home_visits", x => x.id);
                    table.ForeignKey(
                        name: "FK_home_visits_people_for_id",
                        column: x => x.for_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_home_visits_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "trips",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    spot = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    spot_name = table.Column<string>(type: "text", nullable: false),
                    needed = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    opened_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trips", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "visit_steps",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    visit_id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    to = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    reason = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    officer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_visit_steps", x => x.id);
                    table.ForeignKey(
                        name: "FK_visit_steps_home_visits_visit_id",
                        column: x => x.visit_id,
                        principalTable: "home_visits",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "trip_seats",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    trip_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    for_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    joined_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trip_seats", x => x.id);
                    table.ForeignKey(
                        name: "FK_trip_seats_people_for_id",
                        column: x => x.for_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_trip_seats_people_person_id",
                        column: x => x.person_id,
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_trip_seats_trips_trip_id",
                        column: x => x.trip_id,
                        principalTable: "trips",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_home_visits_day",
                table: "home_visits",
                column: "day",
                filter: "day IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_home_visits_person_id",
                table: "home_visits",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_home_visits_state",
                table: "home_visits",
                column: "state",
                filter: "state IN ('Asked', 'Accepted', 'Planned', 'SecondVisit')");

            migrationBuilder.CreateIndex(
                name: "ux_home_visits_open",
                table: "home_visits",
                column: "for_id",
                unique: true,
                filter: "state IN ('Asked', 'Accepted', 'Planned', 'SecondVisit')");

            migrationBuilder.CreateIndex(
                name: "IX_trip_seats_for_id",
                table: "trip_seats",
                column: "for_id");

            migrationBuilder.CreateIndex(
                name: "IX_trip_seats_person_id",
                table: "trip_seats",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ux_trip_seats_person",
                table: "trip_seats",
                columns: new[] { "trip_id", "for_id" },
                unique: true,
                filter: "state <> 'Left'");

            migrationBuilder.CreateIndex(
                name: "ux_trips_spot",
                table: "trips",
                column: "spot",
                unique: true,
                filter: "state <> 'Done'");

            migrationBuilder.CreateIndex(
                name: "IX_visit_steps_visit_id",
                table: "visit_steps",
                column: "visit_id");

            // What happened to a home visit is written once: nobody rewrites who decided what.
            migrationBuilder.Sql("CREATE FUNCTION visit_steps_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'visit_steps is append only'; END $$");
            migrationBuilder.Sql("CREATE TRIGGER visit_steps_stay BEFORE UPDATE OR DELETE ON visit_steps FOR EACH ROW EXECUTE FUNCTION visit_steps_append_only()");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER visit_steps_stay ON visit_steps");
            migrationBuilder.Sql("DROP FUNCTION visit_steps_append_only");

            migrationBuilder.DropTable(
                name: "trip_seats");

            migrationBuilder.DropTable(
                name: "visit_steps");

            migrationBuilder.DropTable(
                name: "trips");

            migrationBuilder.DropTable(
                name: "home_visits");
        }
    }
}
