export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[];

export type Database = {
  public: {
    Tables: {
      audit_logs: {
        Row: {
          action: string;
          actor_id: string | null;
          actor_kind: string;
          at: string;
          changed: string[];
          entity: string;
          entity_id: string | null;
          franchise_id: string | null;
          gym_id: string | null;
          hash: string;
          id: string;
          previous_hash: string;
          scope_id: string;
          seq: number;
          support_access_id: string | null;
        };
        ComputedFields: never;
        Insert: {
          action: string;
          actor_id?: string | null;
          actor_kind: string;
          at?: string;
          changed?: string[];
          entity: string;
          entity_id?: string | null;
          franchise_id?: string | null;
          gym_id?: string | null;
          hash: string;
          id?: string;
          previous_hash: string;
          scope_id?: never;
          seq: number;
          support_access_id?: string | null;
        };
        Update: {
          action?: string;
          actor_id?: string | null;
          actor_kind?: string;
          at?: string;
          changed?: string[];
          entity?: string;
          entity_id?: string | null;
          franchise_id?: string | null;
          gym_id?: string | null;
          hash?: string;
          id?: string;
          previous_hash?: string;
          scope_id?: never;
          seq?: number;
          support_access_id?: string | null;
        };
        Relationships: [];
      };
      badge_scans: {
        Row: {
          badge_form: string | null;
          badge_hash: string | null;
          badge_tail: string | null;
          client_event_id: string;
          device_at: string | null;
          doubt: string | null;
          gym_id: string;
          id: string;
          kiosk_id: string;
          member_gym_id: string | null;
          member_id: string | null;
          outcome: string;
          received_at: string;
          scanned_at: string;
        };
        ComputedFields: never;
        Insert: {
          badge_form?: string | null;
          badge_hash?: string | null;
          badge_tail?: string | null;
          client_event_id: string;
          device_at?: string | null;
          doubt?: string | null;
          gym_id: string;
          id?: string;
          kiosk_id: string;
          member_gym_id?: string | null;
          member_id?: string | null;
          outcome: string;
          received_at?: string;
          scanned_at: string;
        };
        Update: {
          badge_form?: string | null;
          badge_hash?: string | null;
          badge_tail?: string | null;
          client_event_id?: string;
          device_at?: string | null;
          doubt?: string | null;
          gym_id?: string;
          id?: string;
          kiosk_id?: string;
          member_gym_id?: string | null;
          member_id?: string | null;
          outcome?: string;
          received_at?: string;
          scanned_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'badge_scans_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'badge_scans_kiosk_id_gym_id_fkey';
            columns: ['kiosk_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'kiosks';
            referencedColumns: ['id', 'gym_id'];
          },
          {
            foreignKeyName: 'badge_scans_member_id_member_gym_id_fkey';
            columns: ['member_id', 'member_gym_id'];
            isOneToOne: false;
            referencedRelation: 'gym_members_v2';
            referencedColumns: ['id', 'gym_id'];
          },
        ];
      };
      class_bookings: {
        Row: {
          answered_at: string | null;
          answered_by: string | null;
          cancelled_at: string | null;
          created_at: string;
          gym_id: string;
          id: string;
          member_id: string;
          occurrence_id: string;
          session_id: string | null;
          source: string;
          status: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          answered_at?: string | null;
          answered_by?: string | null;
          cancelled_at?: string | null;
          created_at?: string;
          gym_id: string;
          id?: string;
          member_id: string;
          occurrence_id: string;
          session_id?: string | null;
          source: string;
          status: string;
          updated_at?: string;
        };
        Update: {
          answered_at?: string | null;
          answered_by?: string | null;
          cancelled_at?: string | null;
          created_at?: string;
          gym_id?: string;
          id?: string;
          member_id?: string;
          occurrence_id?: string;
          session_id?: string | null;
          source?: string;
          status?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'class_bookings_answered_by_fkey';
            columns: ['answered_by'];
            isOneToOne: false;
            referencedRelation: 'users';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'class_bookings_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'class_bookings_member_id_gym_id_fkey';
            columns: ['member_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'gym_members_v2';
            referencedColumns: ['id', 'gym_id'];
          },
          {
            foreignKeyName: 'class_bookings_occurrence_id_gym_id_fkey';
            columns: ['occurrence_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'class_occurrences';
            referencedColumns: ['id', 'gym_id'];
          },
          {
            foreignKeyName: 'class_bookings_session_id_gym_id_fkey';
            columns: ['session_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'openai_realtime_sessions';
            referencedColumns: ['id', 'gym_id'];
          },
        ];
      };
      class_occurrences: {
        Row: {
          cancelled_at: string | null;
          capacity: number;
          class_id: string;
          coach: string | null;
          created_at: string;
          gym_id: string;
          id: string;
          minutes: number;
          room: string | null;
          slot_date: string | null;
          slot_id: string | null;
          starts_at: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          cancelled_at?: string | null;
          capacity: number;
          class_id: string;
          coach?: string | null;
          created_at?: string;
          gym_id: string;
          id?: string;
          minutes: number;
          room?: string | null;
          slot_date?: string | null;
          slot_id?: string | null;
          starts_at: string;
          updated_at?: string;
        };
        Update: {
          cancelled_at?: string | null;
          capacity?: number;
          class_id?: string;
          coach?: string | null;
          created_at?: string;
          gym_id?: string;
          id?: string;
          minutes?: number;
          room?: string | null;
          slot_date?: string | null;
          slot_id?: string | null;
          starts_at?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'class_occurrences_class_id_gym_id_fkey';
            columns: ['class_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'gym_classes';
            referencedColumns: ['id', 'gym_id'];
          },
          {
            foreignKeyName: 'class_occurrences_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'class_occurrences_slot_id_gym_id_fkey';
            columns: ['slot_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'class_slots';
            referencedColumns: ['id', 'gym_id'];
          },
        ];
      };
      class_slots: {
        Row: {
          class_id: string;
          gym_id: string;
          id: string;
          starts: string;
          weekday: number;
        };
        ComputedFields: never;
        Insert: {
          class_id: string;
          gym_id: string;
          id?: string;
          starts: string;
          weekday: number;
        };
        Update: {
          class_id?: string;
          gym_id?: string;
          id?: string;
          starts?: string;
          weekday?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'class_slots_class_id_gym_id_fkey';
            columns: ['class_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'gym_classes';
            referencedColumns: ['id', 'gym_id'];
          },
          {
            foreignKeyName: 'class_slots_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
        ];
      };
      consent_texts: {
        Row: {
          asks_again: boolean;
          gym_id: string;
          id: string;
          language: string;
          purpose: string;
          text: string;
          valid_from: string;
          version: string;
        };
        ComputedFields: never;
        Insert: {
          asks_again?: boolean;
          gym_id: string;
          id?: string;
          language: string;
          purpose: string;
          text: string;
          valid_from?: string;
          version: string;
        };
        Update: {
          asks_again?: boolean;
          gym_id?: string;
          id?: string;
          language?: string;
          purpose?: string;
          text?: string;
          valid_from?: string;
          version?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'consent_texts_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
        ];
      };
      conversation_events: {
        Row: {
          at: string;
          gym_id: string;
          id: string;
          kind: string;
          payload: NonNullable<Json>;
          received_at: string;
          seq: number;
          session_id: string;
          source: string;
          text: string | null;
        };
        ComputedFields: never;
        Insert: {
          at?: string;
          gym_id: string;
          id?: string;
          kind: string;
          payload?: NonNullable<Json>;
          received_at?: string;
          seq: number;
          session_id: string;
          source: string;
          text?: string | null;
        };
        Update: {
          at?: string;
          gym_id?: string;
          id?: string;
          kind?: string;
          payload?: NonNullable<Json>;
          received_at?: string;
          seq?: number;
          session_id?: string;
          source?: string;
          text?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'conversation_events_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'conversation_events_session_id_gym_id_fkey';
            columns: ['session_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'openai_realtime_sessions';
            referencedColumns: ['id', 'gym_id'];
          },
        ];
      };
      conversation_summaries: {
        Row: {
          action_items: NonNullable<Json>;
          attempts: number;
          claim_token: string | null;
          claimed_at: string | null;
          created_at: string;
          embedding: string | null;
          embedding_model: string | null;
          emotion_detected: string | null;
          error: string | null;
          events_version: number;
          gym_id: string;
          id: string;
          intents_detected: string[] | null;
          key_topics: string[] | null;
          kiosk_id: string | null;
          language: string | null;
          member_id: string | null;
          model: string | null;
          needs_review: boolean;
          processed_at: string | null;
          provider: string | null;
          retry_at: string | null;
          sentiment_label: string | null;
          sentiment_score: number | null;
          session_id: string;
          status: string;
          summary_text: string | null;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          action_items?: NonNullable<Json>;
          attempts?: number;
          claim_token?: string | null;
          claimed_at?: string | null;
          created_at?: string;
          embedding?: string | null;
          embedding_model?: string | null;
          emotion_detected?: string | null;
          error?: string | null;
          events_version?: number;
          gym_id: string;
          id?: string;
          intents_detected?: string[] | null;
          key_topics?: string[] | null;
          kiosk_id?: string | null;
          language?: string | null;
          member_id?: string | null;
          model?: string | null;
          needs_review?: boolean;
          processed_at?: string | null;
          provider?: string | null;
          retry_at?: string | null;
          sentiment_label?: string | null;
          sentiment_score?: number | null;
          session_id: string;
          status?: string;
          summary_text?: string | null;
          updated_at?: string;
        };
        Update: {
          action_items?: NonNullable<Json>;
          attempts?: number;
          claim_token?: string | null;
          claimed_at?: string | null;
          created_at?: string;
          embedding?: string | null;
          embedding_model?: string | null;
          emotion_detected?: string | null;
          error?: string | null;
          events_version?: number;
          gym_id?: string;
          id?: string;
          intents_detected?: string[] | null;
          key_topics?: string[] | null;
          kiosk_id?: string | null;
          language?: string | null;
          member_id?: string | null;
          model?: string | null;
          needs_review?: boolean;
          processed_at?: string | null;
          provider?: string | null;
          retry_at?: string | null;
          sentiment_label?: string | null;
          sentiment_score?: number | null;
          session_id?: string;
          status?: string;
          summary_text?: string | null;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'conversation_summaries_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'conversation_summaries_kiosk_id_gym_id_fkey';
            columns: ['kiosk_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'kiosks';
            referencedColumns: ['id', 'gym_id'];
          },
          {
            foreignKeyName: 'conversation_summaries_member_id_gym_id_fkey';
            columns: ['member_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'gym_members_v2';
            referencedColumns: ['id', 'gym_id'];
          },
          {
            foreignKeyName: 'conversation_summaries_session_id_gym_id_fkey';
            columns: ['session_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'openai_realtime_sessions';
            referencedColumns: ['id', 'gym_id'];
          },
        ];
      };
      desk_check_ins: {
        Row: {
          at: string;
          created_at: string;
          gym_id: string;
          id: string;
          made_by: string | null;
          member_id: string;
          reason: string | null;
          undone_at: string | null;
          visit_id: string;
        };
        ComputedFields: never;
        Insert: {
          at: string;
          created_at?: string;
          gym_id: string;
          id?: string;
          made_by?: string | null;
          member_id: string;
          reason?: string | null;
          undone_at?: string | null;
          visit_id: string;
        };
        Update: {
          at?: string;
          created_at?: string;
          gym_id?: string;
          id?: string;
          made_by?: string | null;
          member_id?: string;
          reason?: string | null;
          undone_at?: string | null;
          visit_id?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'desk_check_ins_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'desk_check_ins_made_by_fkey';
            columns: ['made_by'];
            isOneToOne: false;
            referencedRelation: 'users';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'desk_check_ins_member_id_gym_id_fkey';
            columns: ['member_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'gym_members_v2';
            referencedColumns: ['id', 'gym_id'];
          },
        ];
      };
      desk_ticks: {
        Row: {
          alert_id: string | null;
          code: string;
          gym_id: string;
          id: string;
          local_date: string;
          member_id: string;
          said_at: string;
          said_by: string | null;
        };
        ComputedFields: never;
        Insert: {
          alert_id?: string | null;
          code: string;
          gym_id: string;
          id?: string;
          local_date: string;
          member_id: string;
          said_at?: string;
          said_by?: string | null;
        };
        Update: {
          alert_id?: string | null;
          code?: string;
          gym_id?: string;
          id?: string;
          local_date?: string;
          member_id?: string;
          said_at?: string;
          said_by?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'desk_ticks_alert_id_gym_id_fkey';
            columns: ['alert_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'manager_alerts';
            referencedColumns: ['id', 'gym_id'];
          },
          {
            foreignKeyName: 'desk_ticks_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'desk_ticks_member_id_gym_id_fkey';
            columns: ['member_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'gym_members_v2';
            referencedColumns: ['id', 'gym_id'];
          },
          {
            foreignKeyName: 'desk_ticks_said_by_fkey';
            columns: ['said_by'];
            isOneToOne: false;
            referencedRelation: 'users';
            referencedColumns: ['id'];
          },
        ];
      };
      franchises: {
        Row: {
          city: string | null;
          created_at: string;
          id: string;
          name: string;
          shares_access: boolean;
          status: string;
          subscription_plan: string;
          trial_ends_on: string | null;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          city?: string | null;
          created_at?: string;
          id?: string;
          name: string;
          shares_access?: boolean;
          status?: string;
          subscription_plan?: string;
          trial_ends_on?: string | null;
          updated_at?: string;
        };
        Update: {
          city?: string | null;
          created_at?: string;
          id?: string;
          name?: string;
          shares_access?: boolean;
          status?: string;
          subscription_plan?: string;
          trial_ends_on?: string | null;
          updated_at?: string;
        };
        Relationships: [];
      };
      gym_classes: {
        Row: {
          capacity: number;
          coach: string | null;
          created_at: string;
          gym_id: string;
          id: string;
          is_active: boolean;
          minutes: number;
          name: string;
          room: string | null;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          capacity: number;
          coach?: string | null;
          created_at?: string;
          gym_id: string;
          id?: string;
          is_active?: boolean;
          minutes: number;
          name: string;
          room?: string | null;
          updated_at?: string;
        };
        Update: {
          capacity?: number;
          coach?: string | null;
          created_at?: string;
          gym_id?: string;
          id?: string;
          is_active?: boolean;
          minutes?: number;
          name?: string;
          room?: string | null;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'gym_classes_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
        ];
      };
      gym_hours_exceptions: {
        Row: {
          close: string | null;
          created_at: string;
          gym_id: string;
          id: string;
          is_closed: boolean;
          label: string | null;
          local_date: string;
          open: string | null;
          source: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          close?: string | null;
          created_at?: string;
          gym_id: string;
          id?: string;
          is_closed: boolean;
          label?: string | null;
          local_date: string;
          open?: string | null;
          source?: string;
          updated_at?: string;
        };
        Update: {
          close?: string | null;
          created_at?: string;
          gym_id?: string;
          id?: string;
          is_closed?: boolean;
          label?: string | null;
          local_date?: string;
          open?: string | null;
          source?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'gym_hours_exceptions_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
        ];
      };
      gym_members_v2: {
        Row: {
          analysis_objection: boolean;
          badge_id: string | null;
          birth_date: string | null;
          consents: string[] | null;
          created_at: string;
          deleted_at: string | null;
          email: string | null;
          external_id: string | null;
          first_name: string;
          guest_day: string | null;
          gym_id: string;
          has_badge: boolean;
          id: string;
          import_id: string | null;
          is_active: boolean;
          is_minor: boolean;
          last_name: string;
          last_visit: string | null;
          member_kind: string;
          member_since: string | null;
          membership_ends_on: string | null;
          membership_suspended: boolean;
          membership_type: string | null;
          merged_into: string | null;
          phone: string | null;
          phone_digits: string | null;
          risk_points: number | null;
          search: unknown;
          sort_name: string | null;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          analysis_objection?: boolean;
          badge_id?: string | null;
          birth_date?: string | null;
          consents?: string[] | null;
          created_at?: string;
          deleted_at?: string | null;
          email?: string | null;
          external_id?: string | null;
          first_name: string;
          guest_day?: string | null;
          gym_id: string;
          has_badge?: boolean;
          id?: string;
          import_id?: string | null;
          is_active?: boolean;
          is_minor?: boolean;
          last_name: string;
          last_visit?: string | null;
          member_kind?: string;
          member_since?: string | null;
          membership_ends_on?: string | null;
          membership_suspended?: boolean;
          membership_type?: string | null;
          merged_into?: string | null;
          phone?: string | null;
          phone_digits?: never;
          risk_points?: number | null;
          search?: never;
          sort_name?: never;
          updated_at?: string;
        };
        Update: {
          analysis_objection?: boolean;
          badge_id?: string | null;
          birth_date?: string | null;
          consents?: string[] | null;
          created_at?: string;
          deleted_at?: string | null;
          email?: string | null;
          external_id?: string | null;
          first_name?: string;
          guest_day?: string | null;
          gym_id?: string;
          has_badge?: boolean;
          id?: string;
          import_id?: string | null;
          is_active?: boolean;
          is_minor?: boolean;
          last_name?: string;
          last_visit?: string | null;
          member_kind?: string;
          member_since?: string | null;
          membership_ends_on?: string | null;
          membership_suspended?: boolean;
          membership_type?: string | null;
          merged_into?: string | null;
          phone?: string | null;
          phone_digits?: never;
          risk_points?: number | null;
          search?: never;
          sort_name?: never;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'gym_members_v2_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'gym_members_v2_import_id_gym_id_fkey';
            columns: ['import_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'member_imports';
            referencedColumns: ['id', 'gym_id'];
          },
          {
            foreignKeyName: 'gym_members_v2_merged_into_gym_id_fkey';
            columns: ['merged_into', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'gym_members_v2';
            referencedColumns: ['id', 'gym_id'];
          },
        ];
      };
      gym_visits: {
        Row: {
          created_at: string;
          gym_id: string;
          id: string;
          kiosk_id: string | null;
          last_seen_at: string;
          left_at: string | null;
          local_date: string;
          member_gym_id: string | null;
          member_id: string | null;
          source: string;
          started_at: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          gym_id: string;
          id?: string;
          kiosk_id?: string | null;
          last_seen_at: string;
          left_at?: string | null;
          local_date: string;
          member_gym_id?: string | null;
          member_id?: string | null;
          source: string;
          started_at: string;
        };
        Update: {
          created_at?: string;
          gym_id?: string;
          id?: string;
          kiosk_id?: string | null;
          last_seen_at?: string;
          left_at?: string | null;
          local_date?: string;
          member_gym_id?: string | null;
          member_id?: string | null;
          source?: string;
          started_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'gym_visits_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'gym_visits_kiosk_id_gym_id_fkey';
            columns: ['kiosk_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'kiosks';
            referencedColumns: ['id', 'gym_id'];
          },
          {
            foreignKeyName: 'gym_visits_member_id_member_gym_id_fkey';
            columns: ['member_id', 'member_gym_id'];
            isOneToOne: false;
            referencedRelation: 'gym_members_v2';
            referencedColumns: ['id', 'gym_id'];
          },
        ];
      };
      gyms: {
        Row: {
          address: string | null;
          address_form: string;
          bookings_by: string;
          city: string | null;
          conversation_minutes: number;
          country: string;
          created_at: string;
          currency: string;
          facilities: string[];
          first_steps_hidden_at: string | null;
          franchise_id: string | null;
          id: string;
          kiosk_messages: NonNullable<Json>;
          locale: string;
          maintenance_by: string | null;
          maintenance_message: string | null;
          maintenance_since: string | null;
          name: string;
          opening_hours: NonNullable<Json>;
          owner_reads_conversations: boolean;
          phone: string | null;
          price_note: string | null;
          region: string | null;
          retention: NonNullable<Json>;
          status: string;
          subscription_plan: string | null;
          thresholds: NonNullable<Json>;
          timezone: string;
          trial_ends_on: string | null;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          address?: string | null;
          address_form?: string;
          bookings_by?: string;
          city?: string | null;
          conversation_minutes?: number;
          country?: string;
          created_at?: string;
          currency?: string;
          facilities?: string[];
          first_steps_hidden_at?: string | null;
          franchise_id?: string | null;
          id?: string;
          kiosk_messages?: NonNullable<Json>;
          locale?: string;
          maintenance_by?: string | null;
          maintenance_message?: string | null;
          maintenance_since?: string | null;
          name: string;
          opening_hours?: NonNullable<Json>;
          owner_reads_conversations?: boolean;
          phone?: string | null;
          price_note?: string | null;
          region?: string | null;
          retention?: NonNullable<Json>;
          status?: string;
          subscription_plan?: string | null;
          thresholds?: NonNullable<Json>;
          timezone?: string;
          trial_ends_on?: string | null;
          updated_at?: string;
        };
        Update: {
          address?: string | null;
          address_form?: string;
          bookings_by?: string;
          city?: string | null;
          conversation_minutes?: number;
          country?: string;
          created_at?: string;
          currency?: string;
          facilities?: string[];
          first_steps_hidden_at?: string | null;
          franchise_id?: string | null;
          id?: string;
          kiosk_messages?: NonNullable<Json>;
          locale?: string;
          maintenance_by?: string | null;
          maintenance_message?: string | null;
          maintenance_since?: string | null;
          name?: string;
          opening_hours?: NonNullable<Json>;
          owner_reads_conversations?: boolean;
          phone?: string | null;
          price_note?: string | null;
          region?: string | null;
          retention?: NonNullable<Json>;
          status?: string;
          subscription_plan?: string | null;
          thresholds?: NonNullable<Json>;
          timezone?: string;
          trial_ends_on?: string | null;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'gyms_franchise_id_fkey';
            columns: ['franchise_id'];
            isOneToOne: false;
            referencedRelation: 'franchises';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'gyms_maintenance_by_fkey';
            columns: ['maintenance_by'];
            isOneToOne: false;
            referencedRelation: 'users';
            referencedColumns: ['id'];
          },
        ];
      };
      import_mappings: {
        Row: {
          gym_id: string;
          mapping: NonNullable<Json>;
          source_fingerprint: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          gym_id: string;
          mapping: NonNullable<Json>;
          source_fingerprint: string;
          updated_at?: string;
        };
        Update: {
          gym_id?: string;
          mapping?: NonNullable<Json>;
          source_fingerprint?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'import_mappings_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
        ];
      };
      invitations: {
        Row: {
          accepted_at: string | null;
          created_at: string;
          email: string;
          expires_at: string;
          franchise_id: string | null;
          full_name: string;
          gym_id: string | null;
          id: string;
          invited_by: string | null;
          language: string;
          revoked_at: string | null;
          role: Database['public']['Enums']['user_role'];
          scope_id: string;
          sent_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          accepted_at?: string | null;
          created_at?: string;
          email: string;
          expires_at?: string;
          franchise_id?: string | null;
          full_name: string;
          gym_id?: string | null;
          id?: string;
          invited_by?: string | null;
          language?: string;
          revoked_at?: string | null;
          role: Database['public']['Enums']['user_role'];
          scope_id?: never;
          sent_at?: string | null;
        };
        Update: {
          accepted_at?: string | null;
          created_at?: string;
          email?: string;
          expires_at?: string;
          franchise_id?: string | null;
          full_name?: string;
          gym_id?: string | null;
          id?: string;
          invited_by?: string | null;
          language?: string;
          revoked_at?: string | null;
          role?: Database['public']['Enums']['user_role'];
          scope_id?: never;
          sent_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'invitations_franchise_id_fkey';
            columns: ['franchise_id'];
            isOneToOne: false;
            referencedRelation: 'franchises';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'invitations_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'invitations_invited_by_fkey';
            columns: ['invited_by'];
            isOneToOne: false;
            referencedRelation: 'users';
            referencedColumns: ['id'];
          },
        ];
      };
      kiosk_absences: {
        Row: {
          away_from: string;
          away_to: string;
          client_event_id: string;
          doubt: string | null;
          gym_id: string;
          id: string;
          kiosk_id: string;
          received_at: string;
        };
        ComputedFields: never;
        Insert: {
          away_from: string;
          away_to: string;
          client_event_id: string;
          doubt?: string | null;
          gym_id: string;
          id?: string;
          kiosk_id: string;
          received_at?: string;
        };
        Update: {
          away_from?: string;
          away_to?: string;
          client_event_id?: string;
          doubt?: string | null;
          gym_id?: string;
          id?: string;
          kiosk_id?: string;
          received_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'kiosk_absences_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'kiosk_absences_kiosk_id_gym_id_fkey';
            columns: ['kiosk_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'kiosks';
            referencedColumns: ['id', 'gym_id'];
          },
        ];
      };
      kiosk_state: {
        Row: {
          boot_id: string | null;
          copied_at: string | null;
          earlier_boots: string[];
          going_down_at: string | null;
          gym_id: string;
          instance_id: string | null;
          kiosk_id: string;
          ladder: string | null;
          ladder_reason: string | null;
          last_heartbeat_at: string | null;
          latency_p50_ms: number | null;
          latency_p95_ms: number | null;
          microphone: string | null;
          network: string | null;
          noise_db: number | null;
          reader_paused_until: string | null;
          rtt_ms: number | null;
          speaker: string | null;
          uptime_s: number | null;
          waiting: number | null;
        };
        ComputedFields: never;
        Insert: {
          boot_id?: string | null;
          copied_at?: string | null;
          earlier_boots?: string[];
          going_down_at?: string | null;
          gym_id: string;
          instance_id?: string | null;
          kiosk_id: string;
          ladder?: string | null;
          ladder_reason?: string | null;
          last_heartbeat_at?: string | null;
          latency_p50_ms?: number | null;
          latency_p95_ms?: number | null;
          microphone?: string | null;
          network?: string | null;
          noise_db?: number | null;
          reader_paused_until?: string | null;
          rtt_ms?: number | null;
          speaker?: string | null;
          uptime_s?: number | null;
          waiting?: number | null;
        };
        Update: {
          boot_id?: string | null;
          copied_at?: string | null;
          earlier_boots?: string[];
          going_down_at?: string | null;
          gym_id?: string;
          instance_id?: string | null;
          kiosk_id?: string;
          ladder?: string | null;
          ladder_reason?: string | null;
          last_heartbeat_at?: string | null;
          latency_p50_ms?: number | null;
          latency_p95_ms?: number | null;
          microphone?: string | null;
          network?: string | null;
          noise_db?: number | null;
          reader_paused_until?: string | null;
          rtt_ms?: number | null;
          speaker?: string | null;
          uptime_s?: number | null;
          waiting?: number | null;
        };
        Relationships: [
          {
            foreignKeyName: 'kiosk_state_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'kiosk_state_kiosk_id_gym_id_fkey';
            columns: ['kiosk_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'kiosks';
            referencedColumns: ['id', 'gym_id'];
          },
        ];
      };
      kiosks: {
        Row: {
          config_version: number;
          created_at: string;
          device_id: string | null;
          gym_id: string;
          hardware_info: NonNullable<Json>;
          id: string;
          language: string;
          location_in_gym: string | null;
          name: string;
          notes: string | null;
          reader_profile: Json | null;
          settings: NonNullable<Json>;
          slug: string;
          software_version: string | null;
          status: string;
          updated_at: string;
          voice_model: string;
        };
        ComputedFields: never;
        Insert: {
          config_version?: number;
          created_at?: string;
          device_id?: string | null;
          gym_id: string;
          hardware_info?: NonNullable<Json>;
          id?: string;
          language?: string;
          location_in_gym?: string | null;
          name: string;
          notes?: string | null;
          reader_profile?: Json | null;
          settings?: NonNullable<Json>;
          slug: string;
          software_version?: string | null;
          status?: string;
          updated_at?: string;
          voice_model?: string;
        };
        Update: {
          config_version?: number;
          created_at?: string;
          device_id?: string | null;
          gym_id?: string;
          hardware_info?: NonNullable<Json>;
          id?: string;
          language?: string;
          location_in_gym?: string | null;
          name?: string;
          notes?: string | null;
          reader_profile?: Json | null;
          settings?: NonNullable<Json>;
          slug?: string;
          software_version?: string | null;
          status?: string;
          updated_at?: string;
          voice_model?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'kiosks_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
        ];
      };
      manager_alerts: {
        Row: {
          alert_type: string;
          assigned_to: string | null;
          causes: string[];
          context: NonNullable<Json>;
          created_at: string;
          description: string | null;
          dismissed_until: string | null;
          gym_id: string;
          id: string;
          kiosk_id: string | null;
          member_id: string | null;
          priority: string;
          recommended_actions: NonNullable<Json>;
          resolution_notes: string | null;
          resolved_at: string | null;
          status: string;
          title: string;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          alert_type: string;
          assigned_to?: string | null;
          causes?: string[];
          context?: NonNullable<Json>;
          created_at?: string;
          description?: string | null;
          dismissed_until?: string | null;
          gym_id: string;
          id?: string;
          kiosk_id?: string | null;
          member_id?: string | null;
          priority?: string;
          recommended_actions?: NonNullable<Json>;
          resolution_notes?: string | null;
          resolved_at?: string | null;
          status?: string;
          title: string;
          updated_at?: string;
        };
        Update: {
          alert_type?: string;
          assigned_to?: string | null;
          causes?: string[];
          context?: NonNullable<Json>;
          created_at?: string;
          description?: string | null;
          dismissed_until?: string | null;
          gym_id?: string;
          id?: string;
          kiosk_id?: string | null;
          member_id?: string | null;
          priority?: string;
          recommended_actions?: NonNullable<Json>;
          resolution_notes?: string | null;
          resolved_at?: string | null;
          status?: string;
          title?: string;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'manager_alerts_assigned_to_fkey';
            columns: ['assigned_to'];
            isOneToOne: false;
            referencedRelation: 'users';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'manager_alerts_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'manager_alerts_kiosk_id_gym_id_fkey';
            columns: ['kiosk_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'kiosks';
            referencedColumns: ['id', 'gym_id'];
          },
          {
            foreignKeyName: 'manager_alerts_member_id_gym_id_fkey';
            columns: ['member_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'gym_members_v2';
            referencedColumns: ['id', 'gym_id'];
          },
        ];
      };
      member_analytics: {
        Row: {
          avg_sentiment_score: number | null;
          avg_session_duration_seconds: number | null;
          churn_factors: NonNullable<Json>;
          churn_risk_level: string;
          churn_risk_score: number;
          conversation_frequency: string;
          created_at: string;
          days_since_last_visit: number | null;
          engagement_score: number;
          gym_id: string;
          last_churn_analysis_at: string;
          last_conversation_at: string | null;
          member_id: string;
          model: string;
          negative_sentiment_count: number;
          positive_sentiment_count: number;
          sentiment_trend: string;
          total_conversations: number;
          total_session_duration_seconds: number;
          updated_at: string;
          visit_frequency_per_week: number;
        };
        ComputedFields: never;
        Insert: {
          avg_sentiment_score?: number | null;
          avg_session_duration_seconds?: number | null;
          churn_factors?: NonNullable<Json>;
          churn_risk_level?: string;
          churn_risk_score?: number;
          conversation_frequency?: string;
          created_at?: string;
          days_since_last_visit?: number | null;
          engagement_score?: number;
          gym_id: string;
          last_churn_analysis_at?: string;
          last_conversation_at?: string | null;
          member_id: string;
          model?: string;
          negative_sentiment_count?: number;
          positive_sentiment_count?: number;
          sentiment_trend?: string;
          total_conversations?: number;
          total_session_duration_seconds?: number;
          updated_at?: string;
          visit_frequency_per_week?: number;
        };
        Update: {
          avg_sentiment_score?: number | null;
          avg_session_duration_seconds?: number | null;
          churn_factors?: NonNullable<Json>;
          churn_risk_level?: string;
          churn_risk_score?: number;
          conversation_frequency?: string;
          created_at?: string;
          days_since_last_visit?: number | null;
          engagement_score?: number;
          gym_id?: string;
          last_churn_analysis_at?: string;
          last_conversation_at?: string | null;
          member_id?: string;
          model?: string;
          negative_sentiment_count?: number;
          positive_sentiment_count?: number;
          sentiment_trend?: string;
          total_conversations?: number;
          total_session_duration_seconds?: number;
          updated_at?: string;
          visit_frequency_per_week?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'member_analytics_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'member_analytics_member_id_gym_id_fkey';
            columns: ['member_id', 'gym_id'];
            isOneToOne: true;
            referencedRelation: 'gym_members_v2';
            referencedColumns: ['id', 'gym_id'];
          },
        ];
      };
      member_badges: {
        Row: {
          assigned_by: string | null;
          badge_hash: string;
          created_at: string;
          ended_by: string | null;
          ended_reason: string | null;
          expires_at: string | null;
          gym_id: string;
          id: string;
          member_id: string;
          number: string | null;
          reader_profile: string | null;
          replaced_by: string | null;
          updated_at: string;
          valid_from: string;
          valid_to: string | null;
        };
        ComputedFields: never;
        Insert: {
          assigned_by?: string | null;
          badge_hash: string;
          created_at?: string;
          ended_by?: string | null;
          ended_reason?: string | null;
          expires_at?: string | null;
          gym_id: string;
          id?: string;
          member_id: string;
          number?: string | null;
          reader_profile?: string | null;
          replaced_by?: string | null;
          updated_at?: string;
          valid_from?: string;
          valid_to?: string | null;
        };
        Update: {
          assigned_by?: string | null;
          badge_hash?: string;
          created_at?: string;
          ended_by?: string | null;
          ended_reason?: string | null;
          expires_at?: string | null;
          gym_id?: string;
          id?: string;
          member_id?: string;
          number?: string | null;
          reader_profile?: string | null;
          replaced_by?: string | null;
          updated_at?: string;
          valid_from?: string;
          valid_to?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'member_badges_assigned_by_fkey';
            columns: ['assigned_by'];
            isOneToOne: false;
            referencedRelation: 'users';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'member_badges_ended_by_fkey';
            columns: ['ended_by'];
            isOneToOne: false;
            referencedRelation: 'users';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'member_badges_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'member_badges_member_id_gym_id_fkey';
            columns: ['member_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'gym_members_v2';
            referencedColumns: ['id', 'gym_id'];
          },
          {
            foreignKeyName: 'member_badges_replaced_by_gym_id_fkey';
            columns: ['replaced_by', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'member_badges';
            referencedColumns: ['id', 'gym_id'];
          },
        ];
      };
      member_consents: {
        Row: {
          created_at: string;
          granted: boolean;
          gym_id: string;
          id: string;
          kiosk_id: string | null;
          language: string;
          member_id: string;
          purpose: string;
          recorded_by: string | null;
          session_id: string | null;
          source: string;
          version: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          granted: boolean;
          gym_id: string;
          id?: string;
          kiosk_id?: string | null;
          language: string;
          member_id: string;
          purpose: string;
          recorded_by?: string | null;
          session_id?: string | null;
          source?: string;
          version: string;
        };
        Update: {
          created_at?: string;
          granted?: boolean;
          gym_id?: string;
          id?: string;
          kiosk_id?: string | null;
          language?: string;
          member_id?: string;
          purpose?: string;
          recorded_by?: string | null;
          session_id?: string | null;
          source?: string;
          version?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'member_consents_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'member_consents_kiosk_id_gym_id_fkey';
            columns: ['kiosk_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'kiosks';
            referencedColumns: ['id', 'gym_id'];
          },
          {
            foreignKeyName: 'member_consents_member_id_gym_id_fkey';
            columns: ['member_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'gym_members_v2';
            referencedColumns: ['id', 'gym_id'];
          },
          {
            foreignKeyName: 'member_consents_recorded_by_fkey';
            columns: ['recorded_by'];
            isOneToOne: false;
            referencedRelation: 'users';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'member_consents_session_id_gym_id_fkey';
            columns: ['session_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'openai_realtime_sessions';
            referencedColumns: ['id', 'gym_id'];
          },
        ];
      };
      member_fitness_profile: {
        Row: {
          created_at: string;
          current_weight_kg: number | null;
          fitness_level: string | null;
          gym_id: string;
          height_cm: number | null;
          injuries: string | null;
          medical_notes: string | null;
          member_id: string;
          primary_goals: string[];
          target_weight_kg: number | null;
          updated_at: string;
          workout_frequency_per_week: number | null;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          current_weight_kg?: number | null;
          fitness_level?: string | null;
          gym_id: string;
          height_cm?: number | null;
          injuries?: string | null;
          medical_notes?: string | null;
          member_id: string;
          primary_goals?: string[];
          target_weight_kg?: number | null;
          updated_at?: string;
          workout_frequency_per_week?: number | null;
        };
        Update: {
          created_at?: string;
          current_weight_kg?: number | null;
          fitness_level?: string | null;
          gym_id?: string;
          height_cm?: number | null;
          injuries?: string | null;
          medical_notes?: string | null;
          member_id?: string;
          primary_goals?: string[];
          target_weight_kg?: number | null;
          updated_at?: string;
          workout_frequency_per_week?: number | null;
        };
        Relationships: [
          {
            foreignKeyName: 'member_fitness_profile_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'member_fitness_profile_member_id_gym_id_fkey';
            columns: ['member_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'gym_members_v2';
            referencedColumns: ['id', 'gym_id'];
          },
        ];
      };
      member_imports: {
        Row: {
          active_at: string;
          created_at: string;
          created_by: string | null;
          errors: NonNullable<Json>;
          filename: string;
          finished_at: string | null;
          gym_id: string;
          id: string;
          kind: string;
          last_row: number;
          mapping: NonNullable<Json>;
          rows_bad: number;
          rows_changed: number;
          rows_kept: number | null;
          rows_new: number;
          rows_same: number;
          rows_total: number;
          source: string;
          state: string;
          undone_at: string | null;
        };
        ComputedFields: never;
        Insert: {
          active_at?: string;
          created_at?: string;
          created_by?: string | null;
          errors?: NonNullable<Json>;
          filename: string;
          finished_at?: string | null;
          gym_id: string;
          id?: string;
          kind?: string;
          last_row?: number;
          mapping: NonNullable<Json>;
          rows_bad?: number;
          rows_changed?: number;
          rows_kept?: number | null;
          rows_new?: number;
          rows_same?: number;
          rows_total: number;
          source: string;
          state?: string;
          undone_at?: string | null;
        };
        Update: {
          active_at?: string;
          created_at?: string;
          created_by?: string | null;
          errors?: NonNullable<Json>;
          filename?: string;
          finished_at?: string | null;
          gym_id?: string;
          id?: string;
          kind?: string;
          last_row?: number;
          mapping?: NonNullable<Json>;
          rows_bad?: number;
          rows_changed?: number;
          rows_kept?: number | null;
          rows_new?: number;
          rows_same?: number;
          rows_total?: number;
          source?: string;
          state?: string;
          undone_at?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'member_imports_created_by_fkey';
            columns: ['created_by'];
            isOneToOne: false;
            referencedRelation: 'users';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'member_imports_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
        ];
      };
      member_notes: {
        Row: {
          author_id: string | null;
          created_at: string;
          deleted_at: string | null;
          edited_at: string | null;
          gym_id: string;
          id: string;
          kind: string;
          member_id: string;
          outcome: string | null;
          text: string | null;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          author_id?: string | null;
          created_at?: string;
          deleted_at?: string | null;
          edited_at?: string | null;
          gym_id: string;
          id?: string;
          kind: string;
          member_id: string;
          outcome?: string | null;
          text?: string | null;
          updated_at?: string;
        };
        Update: {
          author_id?: string | null;
          created_at?: string;
          deleted_at?: string | null;
          edited_at?: string | null;
          gym_id?: string;
          id?: string;
          kind?: string;
          member_id?: string;
          outcome?: string | null;
          text?: string | null;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'member_notes_author_id_fkey';
            columns: ['author_id'];
            isOneToOne: false;
            referencedRelation: 'users';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'member_notes_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'member_notes_member_id_gym_id_fkey';
            columns: ['member_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'gym_members_v2';
            referencedColumns: ['id', 'gym_id'];
          },
        ];
      };
      member_preferences: {
        Row: {
          communication_style: string | null;
          created_at: string;
          gym_id: string;
          language: string | null;
          member_id: string;
          updated_at: string;
          voice_preference: string | null;
        };
        ComputedFields: never;
        Insert: {
          communication_style?: string | null;
          created_at?: string;
          gym_id: string;
          language?: string | null;
          member_id: string;
          updated_at?: string;
          voice_preference?: string | null;
        };
        Update: {
          communication_style?: string | null;
          created_at?: string;
          gym_id?: string;
          language?: string | null;
          member_id?: string;
          updated_at?: string;
          voice_preference?: string | null;
        };
        Relationships: [
          {
            foreignKeyName: 'member_preferences_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'member_preferences_member_id_gym_id_fkey';
            columns: ['member_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'gym_members_v2';
            referencedColumns: ['id', 'gym_id'];
          },
        ];
      };
      member_views: {
        Row: {
          created_at: string;
          gym_id: string;
          id: string;
          is_shared: boolean;
          name: string;
          owner_id: string;
          query: NonNullable<Json>;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          gym_id: string;
          id?: string;
          is_shared?: boolean;
          name: string;
          owner_id: string;
          query: NonNullable<Json>;
          updated_at?: string;
        };
        Update: {
          created_at?: string;
          gym_id?: string;
          id?: string;
          is_shared?: boolean;
          name?: string;
          owner_id?: string;
          query?: NonNullable<Json>;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'member_views_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'member_views_owner_id_fkey';
            columns: ['owner_id'];
            isOneToOne: false;
            referencedRelation: 'users';
            referencedColumns: ['id'];
          },
        ];
      };
      openai_realtime_sessions: {
        Row: {
          call_id: string | null;
          channel: string;
          connected_at: string | null;
          consent: NonNullable<Json>;
          cost_usd: number;
          created_at: string;
          end_reason: string | null;
          ended_at: string | null;
          events_version: number;
          expires_at: string;
          gym_id: string;
          id: string;
          kiosk_id: string;
          language: string;
          last_event_at: string;
          last_seq: number;
          last_voice_seq: number;
          member_id: string | null;
          model: string | null;
          price_ids: number[];
          provider: string;
          reserved_usd: number;
          scan_id: string | null;
          started_at: string;
          state: string;
          tokens: NonNullable<Json>;
          transcribed: number;
          transcription_model: string | null;
          untranscribed: number;
          updated_at: string;
          usage_usd: number;
        };
        ComputedFields: never;
        Insert: {
          call_id?: string | null;
          channel?: string;
          connected_at?: string | null;
          consent: NonNullable<Json>;
          cost_usd?: number;
          created_at?: string;
          end_reason?: string | null;
          ended_at?: string | null;
          events_version?: number;
          expires_at: string;
          gym_id: string;
          id?: string;
          kiosk_id: string;
          language: string;
          last_event_at?: string;
          last_seq?: number;
          last_voice_seq?: number;
          member_id?: string | null;
          model?: string | null;
          price_ids?: number[];
          provider?: string;
          reserved_usd?: number;
          scan_id?: string | null;
          started_at?: string;
          state?: string;
          tokens?: NonNullable<Json>;
          transcribed?: number;
          transcription_model?: string | null;
          untranscribed?: number;
          updated_at?: string;
          usage_usd?: number;
        };
        Update: {
          call_id?: string | null;
          channel?: string;
          connected_at?: string | null;
          consent?: NonNullable<Json>;
          cost_usd?: number;
          created_at?: string;
          end_reason?: string | null;
          ended_at?: string | null;
          events_version?: number;
          expires_at?: string;
          gym_id?: string;
          id?: string;
          kiosk_id?: string;
          language?: string;
          last_event_at?: string;
          last_seq?: number;
          last_voice_seq?: number;
          member_id?: string | null;
          model?: string | null;
          price_ids?: number[];
          provider?: string;
          reserved_usd?: number;
          scan_id?: string | null;
          started_at?: string;
          state?: string;
          tokens?: NonNullable<Json>;
          transcribed?: number;
          transcription_model?: string | null;
          untranscribed?: number;
          updated_at?: string;
          usage_usd?: number;
        };
        Relationships: [
          {
            foreignKeyName: 'openai_realtime_sessions_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'openai_realtime_sessions_kiosk_id_gym_id_fkey';
            columns: ['kiosk_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'kiosks';
            referencedColumns: ['id', 'gym_id'];
          },
          {
            foreignKeyName: 'openai_realtime_sessions_member_id_gym_id_fkey';
            columns: ['member_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'gym_members_v2';
            referencedColumns: ['id', 'gym_id'];
          },
          {
            foreignKeyName: 'openai_realtime_sessions_scan_id_gym_id_fkey';
            columns: ['scan_id', 'gym_id'];
            isOneToOne: false;
            referencedRelation: 'badge_scans';
            referencedColumns: ['id', 'gym_id'];
          },
        ];
      };
      support_access: {
        Row: {
          admin_id: string;
          ended_at: string | null;
          expires_at: string;
          franchise_id: string | null;
          gym_id: string | null;
          id: string;
          may_write: boolean;
          opened_at: string;
          reason: string;
          scope_id: string;
        };
        ComputedFields: never;
        Insert: {
          admin_id: string;
          ended_at?: string | null;
          expires_at: string;
          franchise_id?: string | null;
          gym_id?: string | null;
          id?: string;
          may_write?: boolean;
          opened_at?: string;
          reason: string;
          scope_id?: never;
        };
        Update: {
          admin_id?: string;
          ended_at?: string | null;
          expires_at?: string;
          franchise_id?: string | null;
          gym_id?: string | null;
          id?: string;
          may_write?: boolean;
          opened_at?: string;
          reason?: string;
          scope_id?: never;
        };
        Relationships: [
          {
            foreignKeyName: 'support_access_admin_id_fkey';
            columns: ['admin_id'];
            isOneToOne: false;
            referencedRelation: 'users';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'support_access_franchise_id_fkey';
            columns: ['franchise_id'];
            isOneToOne: false;
            referencedRelation: 'franchises';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'support_access_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
        ];
      };
      users: {
        Row: {
          created_at: string;
          email: string;
          franchise_id: string | null;
          full_name: string;
          gym_id: string | null;
          id: string;
          is_active: boolean;
          language: string;
          mfa_enabled: boolean;
          role: Database['public']['Enums']['user_role'];
          terms_accepted_at: string | null;
          terms_version: string | null;
          updated_at: string;
        };
        ComputedFields: never;
        Insert: {
          created_at?: string;
          email: string;
          franchise_id?: string | null;
          full_name: string;
          gym_id?: string | null;
          id: string;
          is_active?: boolean;
          language?: string;
          mfa_enabled?: boolean;
          role: Database['public']['Enums']['user_role'];
          terms_accepted_at?: string | null;
          terms_version?: string | null;
          updated_at?: string;
        };
        Update: {
          created_at?: string;
          email?: string;
          franchise_id?: string | null;
          full_name?: string;
          gym_id?: string | null;
          id?: string;
          is_active?: boolean;
          language?: string;
          mfa_enabled?: boolean;
          role?: Database['public']['Enums']['user_role'];
          terms_accepted_at?: string | null;
          terms_version?: string | null;
          updated_at?: string;
        };
        Relationships: [
          {
            foreignKeyName: 'users_franchise_id_fkey';
            columns: ['franchise_id'];
            isOneToOne: false;
            referencedRelation: 'franchises';
            referencedColumns: ['id'];
          },
          {
            foreignKeyName: 'users_gym_id_fkey';
            columns: ['gym_id'];
            isOneToOne: false;
            referencedRelation: 'gyms';
            referencedColumns: ['id'];
          },
        ];
      };
    };
    Views: {
      [_ in never]: never;
    };
    Functions: {
      accept_invitation: {
        Args: { p_full_name: string; p_language: string; p_terms_version: string };
        Returns: undefined;
      };
      act_on_alert: {
        Args: { p_action: string; p_alert_id: string; p_assignee?: string; p_notes?: string };
        Returns: Json;
      };
      act_on_platform_alert: { Args: { p_action: string; p_platform_alert_id: string }; Returns: undefined };
      add_class_date: { Args: { p_class_id: string; p_date: string; p_time: string }; Returns: string };
      add_exchange_rate: { Args: { p_day: string; p_usd_per_eur: number }; Returns: undefined };
      add_note: {
        Args: { p_kind: string; p_member_id: string; p_outcome?: string; p_text?: string };
        Returns: string;
      };
      answer_booking: { Args: { p_answer: string; p_booking_id: string }; Returns: Json };
      assign_badge: {
        Args: {
          p_badge_hashes: string[];
          p_form?: string;
          p_member_id: string;
          p_number: string;
          p_take_over?: boolean;
        };
        Returns: Json;
      };
      assign_scan: { Args: { p_member_id: string; p_scan_id: string; p_take_over?: boolean }; Returns: Json };
      badge_desk: { Args: { p_gym_id: string }; Returns: Json };
      begin_usage_check: { Args: Record<PropertyKey, never>; Returns: Json };
      book_class_place: { Args: { p_member_id: string; p_occurrence_id: string }; Returns: string };
      cancel_badge_capture: { Args: { p_capture_id: string }; Returns: undefined };
      change_class_date: {
        Args: { p_changes: Json; p_occurrence_id: string; p_version: string };
        Returns: string;
      };
      change_member_view: {
        Args: { p_id: string; p_name?: string; p_query?: Json; p_shared?: boolean };
        Returns: undefined;
      };
      change_members: { Args: { p_action: string; p_gym_id: string; p_ids: string[] }; Returns: Json };
      claim_conversations: { Args: { p_limit?: number }; Returns: Json };
      claim_hang_ups: { Args: { p_limit?: number }; Returns: Json };
      claim_mails: { Args: { p_limit?: number }; Returns: Json };
      command_kiosk: { Args: { p_command: string; p_kiosk_id: string; p_value?: number }; Returns: Json };
      create_customer: { Args: { p_draft_id: string }; Returns: string };
      create_gym: { Args: { p_city?: string; p_franchise_id: string; p_name: string }; Returns: string };
      create_kiosk: { Args: { p_gym_id: string; p_location?: string; p_name: string }; Returns: Json };
      create_member: { Args: { p_gym_id: string; p_values: Json }; Returns: string };
      dashboard_overview: { Args: { p_gym_id: string }; Returns: Json };
      dashboard_pulse: { Args: { p_gym_id: string }; Returns: Json };
      delete_member: { Args: { p_id: string }; Returns: undefined };
      delete_member_view: { Args: { p_id: string }; Returns: undefined };
      desk: { Args: { p_gym_id: string }; Returns: Json };
      desk_check_in: { Args: { p_at?: string; p_member_id: string; p_reason?: string }; Returns: Json };
      desk_search: { Args: { p_badge_hashes?: string[]; p_gym_id: string; p_search: string }; Returns: Json };
      desk_tick: {
        Args: { p_alert_id?: string; p_code: string; p_member_id: string; p_said: boolean };
        Returns: Json;
      };
      discard_customer_draft: { Args: { p_discarded: boolean; p_draft_id: string }; Returns: undefined };
      edit_note: { Args: { p_note_id: string; p_outcome?: string; p_text: string }; Returns: undefined };
      embedding_models: { Args: { p_gym_id: string }; Returns: Json };
      end_badge: { Args: { p_badge_id: string; p_reason: string }; Returns: undefined };
      end_other_sign_ins: { Args: Record<PropertyKey, never>; Returns: number };
      end_sign_in: { Args: { p_id: string }; Returns: undefined };
      end_support_access: { Args: { p_support_id: string }; Returns: undefined };
      entries_pulse: { Args: { p_gym_id: string }; Returns: Json };
      erase_member: { Args: { p_confirm: string; p_member_id: string }; Returns: Json };
      extend_claim: { Args: { p_claim_token: string; p_session_id: string }; Returns: boolean };
      fail_conversation: {
        Args: { p_claim_token: string; p_error: string; p_session_id: string };
        Returns: boolean;
      };
      fail_mail: { Args: { p_claim_token: string; p_error_code: string; p_id: string }; Returns: boolean };
      find_duplicates: { Args: { p_except?: string; p_gym_id: string; p_values: Json }; Returns: Json };
      find_mail_link: { Args: { p_claim_token: string; p_id: string }; Returns: Json };
      finish_conversation: {
        Args: { p_claim_token: string; p_events_version: number; p_result: Json; p_session_id: string };
        Returns: boolean;
      };
      finish_import: { Args: { p_import_id: string }; Returns: Json };
      finish_mail: {
        Args: { p_claim_token: string; p_id: string; p_provider_id?: string };
        Returns: boolean;
      };
      finish_usage_check: { Args: { p_days: Json; p_error?: string }; Returns: number };
      free_class_place: { Args: { p_booking_id: string }; Returns: undefined };
      generate_alerts_if_needed: { Args: { p_member_id: string; p_session_id?: string }; Returns: number };
      get_actor: { Args: Record<PropertyKey, never>; Returns: Json };
      get_auth_state: { Args: Record<PropertyKey, never>; Returns: Json };
      get_badge_capture: { Args: { p_capture_id: string }; Returns: Json };
      get_conversation: { Args: { p_conversation_id: string }; Returns: Json };
      get_customer_draft: { Args: { p_draft_id: string }; Returns: Json };
      get_franchise: { Args: { p_franchise_id: string }; Returns: Json };
      get_gym: { Args: { p_gym_id: string }; Returns: Json };
      get_gym_costs: { Args: { p_gym_id: string }; Returns: Json };
      get_gym_settings: { Args: { p_gym_id: string }; Returns: Json };
      get_invitation: { Args: Record<PropertyKey, never>; Returns: Json };
      get_kiosk: { Args: { p_hours?: number; p_kiosk_id: string }; Returns: Json };
      get_kiosk_pulse: { Args: { p_kiosk_id: string }; Returns: Json };
      get_member: {
        Args: { p_cursor?: string; p_id: string; p_limit?: number; p_tab?: string };
        Returns: Json;
      };
      get_member_rights: { Args: { p_member_id: string }; Returns: Json };
      get_merge: { Args: { p_id: string; p_other?: string; p_search?: string }; Returns: Json };
      get_price_list: { Args: Record<PropertyKey, never>; Returns: Json };
      give_guest_badge: {
        Args: {
          p_badge_hashes: string[];
          p_first_name: string;
          p_form?: string;
          p_gym_id: string;
          p_number: string;
        };
        Returns: Json;
      };
      hide_first_steps: { Args: { p_gym_id: string; p_hidden: boolean }; Returns: undefined };
      import_rows: { Args: { p_import_id: string; p_rows: Json }; Returns: Json };
      import_visits: { Args: { p_import_id: string; p_rows: Json }; Returns: Json };
      invite_person: {
        Args: {
          p_email: string;
          p_franchise_id?: string;
          p_full_name: string;
          p_gym_id?: string;
          p_language?: string;
          p_role: Database['public']['Enums']['user_role'];
        };
        Returns: string;
      };
      issue_provisioning_code: { Args: { p_code_hash: string; p_kiosk_id: string }; Returns: Json };
      kiosk_begin_call: { Args: { p_call_token_hash: string; p_token_hash: string }; Returns: Json };
      kiosk_call_staff: { Args: { p_reason?: string; p_token_hash: string }; Returns: Json };
      kiosk_change_consent: {
        Args: { p_granted: boolean; p_purpose: string; p_token_hash: string };
        Returns: Json;
      };
      kiosk_close: {
        Args: { p_last_seq?: number; p_last_voice_seq?: number; p_reason: string; p_token_hash: string };
        Returns: Json;
      };
      kiosk_decline_talk: {
        Args: {
          p_consent_version: string;
          p_language: string;
          p_scan_id: string;
          p_token_hash: string;
          p_versions?: Json;
        };
        Returns: Json;
      };
      kiosk_heartbeat: { Args: { p_report?: Json; p_token_hash: string }; Returns: Json };
      kiosk_issue_call_token: {
        Args: { p_call_token_hash: string; p_provider: string; p_token_hash: string };
        Returns: Json;
      };
      kiosk_memory_model: { Args: { p_token_hash: string }; Returns: string };
      kiosk_note_call: {
        Args: { p_call_id: string; p_call_token_hash: string; p_provider: string; p_token_hash: string };
        Returns: Json;
      };
      kiosk_provision: { Args: { p_code_hash: string; p_slug: string; p_token_hash: string }; Returns: Json };
      kiosk_replay: { Args: { p_sent: Json; p_token_hash: string }; Returns: Json };
      kiosk_reply: {
        Args: { p_dialog?: Json; p_payload?: Json; p_seq: number; p_text: string; p_token_hash: string };
        Returns: Json;
      };
      kiosk_rotate_token: { Args: { p_next_token_hash: string; p_token_hash: string }; Returns: Json };
      kiosk_say: {
        Args: { p_language?: string; p_seq: number; p_text: string; p_token_hash: string };
        Returns: Json;
      };
      kiosk_scan: {
        Args: {
          p_age_ms?: number;
          p_badge_hashes: string[];
          p_client_event_id: string;
          p_forms?: string[];
          p_tails?: string[];
          p_token_hash: string;
        };
        Returns: Json;
      };
      kiosk_simulator_badges: { Args: { p_is_demo: boolean; p_token_hash: string }; Returns: Json };
      kiosk_staff_answer: { Args: { p_token_hash: string }; Returns: Json };
      kiosk_start_conversation: {
        Args: {
          p_consent_version: string;
          p_consents: Json;
          p_language: string;
          p_scan_id: string;
          p_token_hash: string;
          p_versions?: Json;
        };
        Returns: Json;
      };
      kiosk_use_tool: {
        Args: {
          p_about?: Json;
          p_arguments?: Json;
          p_token_hash: string;
          p_tool: string;
          p_tool_call_id: string;
        };
        Returns: Json;
      };
      kiosk_voice_events: { Args: { p_events: Json; p_token_hash: string }; Returns: Json };
      launch_page: { Args: { p_gym_id: string; p_slug?: string }; Returns: Json };
      list_ai_models: { Args: Record<PropertyKey, never>; Returns: Json };
      list_alerts: {
        Args: {
          p_cursor?: string;
          p_gym_id: string;
          p_limit?: number;
          p_search?: string;
          p_tab?: string;
          p_type?: string;
        };
        Returns: Json;
      };
      list_audit: {
        Args: {
          p_action?: string;
          p_actor_id?: string;
          p_cursor?: string;
          p_entity?: string;
          p_franchise_id?: string;
          p_from?: string;
          p_gym_id?: string;
          p_limit?: number;
          p_to?: string;
        };
        Returns: Json;
      };
      list_badge_members: {
        Args: {
          p_cursor?: string;
          p_gym_id: string;
          p_limit?: number;
          p_search?: string;
          p_without?: boolean;
        };
        Returns: Json;
      };
      list_classes: { Args: { p_gym_id: string; p_open?: string; p_week?: string }; Returns: Json };
      list_conversations: {
        Args: {
          p_cursor?: string;
          p_from?: string;
          p_gym_id: string;
          p_limit?: number;
          p_mood?: string;
          p_search?: string;
          p_to?: string;
          p_topic?: string;
        };
        Returns: Json;
      };
      list_costs: {
        Args: { p_cursor?: string; p_limit?: number; p_search?: string; p_sort?: string; p_view?: string };
        Returns: Json;
      };
      list_customers: {
        Args: {
          p_cursor?: string;
          p_kind?: string;
          p_limit?: number;
          p_open_id?: string;
          p_plan?: string;
          p_search?: string;
          p_sort?: string;
          p_state?: string;
        };
        Returns: Json;
      };
      list_entries: {
        Args: {
          p_cursor?: string;
          p_day?: string;
          p_gym_id: string;
          p_kiosk_id?: string;
          p_limit?: number;
          p_member_id?: string;
          p_search?: string;
          p_view?: string;
        };
        Returns: Json;
      };
      list_franchises: {
        Args: {
          p_cursor?: string;
          p_limit?: number;
          p_plan?: string;
          p_search?: string;
          p_sort?: string;
          p_view?: string;
        };
        Returns: Json;
      };
      list_gyms: {
        Args: {
          p_cursor?: string;
          p_franchise_id?: string;
          p_limit?: number;
          p_plan?: string;
          p_search?: string;
          p_sort?: string;
          p_view?: string;
        };
        Returns: Json;
      };
      list_kiosks: {
        Args: {
          p_cursor?: string;
          p_gym_id?: string;
          p_limit?: number;
          p_search?: string;
          p_shown?: string;
          p_sort?: string;
          p_view?: string;
        };
        Returns: Json;
      };
      list_member_badges: { Args: { p_member_id: string }; Returns: Json };
      list_members: {
        Args: {
          p_counts?: boolean;
          p_cursor?: string;
          p_filter?: Json;
          p_gym_id: string;
          p_limit?: number;
          p_sort?: string;
        };
        Returns: Json;
      };
      list_platform_alerts: { Args: Record<PropertyKey, never>; Returns: Json };
      list_sign_ins: { Args: Record<PropertyKey, never>; Returns: Json };
      list_team: { Args: { p_gym_id: string }; Returns: Json };
      list_users: {
        Args: {
          p_cursor?: string;
          p_customer_id?: string;
          p_limit?: number;
          p_role?: Database['public']['Enums']['user_role'];
          p_search?: string;
          p_sort?: string;
          p_view?: string;
        };
        Returns: Json;
      };
      member_access_file: { Args: { p_checked: string; p_member_id: string }; Returns: Json };
      merge_members: { Args: { p_drop: string; p_keep: string; p_values?: Json }; Returns: undefined };
      move_member: { Args: { p_gym_id: string; p_member_id: string }; Returns: string };
      note_hang_up: { Args: { p_call_id: string; p_error_code?: string }; Returns: undefined };
      note_security_mail: { Args: { p_kind: string }; Returns: undefined };
      open_support_access: {
        Args: {
          p_franchise_id?: string;
          p_gym_id?: string;
          p_may_write?: boolean;
          p_minutes?: number;
          p_reason?: string;
        };
        Returns: string;
      };
      preview_import: { Args: { p_gym_id: string; p_rows: Json }; Returns: Json };
      preview_visits: { Args: { p_gym_id: string; p_rows: Json }; Returns: Json };
      publish_consent_text: {
        Args: {
          p_asks_again: boolean;
          p_gym_id: string;
          p_purpose: string;
          p_seen_version: string;
          p_texts: Json;
        };
        Returns: Json;
      };
      record_consent: {
        Args: {
          p_granted: boolean;
          p_language: string;
          p_member_id: string;
          p_purpose: string;
          p_version: string;
        };
        Returns: string;
      };
      recovery_codes_left: { Args: Record<PropertyKey, never>; Returns: number };
      redeem_recovery_code: { Args: { p_hash: string }; Returns: Json };
      replace_recovery_codes: { Args: { p_hashes: string[] }; Returns: undefined };
      request_password_reset: { Args: { p_email: string }; Returns: undefined };
      resend_invitation: { Args: { p_id: string }; Returns: undefined };
      restore_member: { Args: { p_id: string }; Returns: undefined };
      resume_customer: { Args: { p_customer_id: string; p_trial_ends_on?: string }; Returns: undefined };
      retry_conversation: { Args: { p_session_id: string }; Returns: Json };
      revoke_invitation: { Args: { p_id: string }; Returns: undefined };
      revoke_kiosk: { Args: { p_kiosk_id: string }; Returns: Json };
      rotate_kiosk_token: { Args: { p_kiosk_id: string }; Returns: Json };
      save_class: {
        Args: { p_changes: Json; p_class_id?: string; p_gym_id: string; p_version?: string };
        Returns: string;
      };
      save_customer_draft: { Args: { p_data: Json; p_id: string; p_step: string }; Returns: undefined };
      save_franchise: { Args: { p_changes: Json; p_franchise_id: string; p_version: string }; Returns: Json };
      save_gym: { Args: { p_changes: Json; p_gym_id: string; p_version: string }; Returns: Json };
      save_gym_settings: { Args: { p_changes: Json; p_gym_id: string; p_seen: Json }; Returns: Json };
      save_kiosk: { Args: { p_changes: Json; p_config_version: number; p_kiosk_id: string }; Returns: Json };
      save_member: { Args: { p_base: Json; p_changes: Json; p_id: string }; Returns: Json };
      save_member_view: {
        Args: { p_gym_id: string; p_name: string; p_query: Json; p_shared?: boolean };
        Returns: string;
      };
      search_conversations: {
        Args: {
          p_from?: string;
          p_gym_id: string;
          p_limit?: number;
          p_mood?: string;
          p_search: string;
          p_to?: string;
          p_topic?: string;
          p_vectors: Json;
        };
        Returns: Json;
      };
      set_class_active: { Args: { p_active: boolean; p_class_id: string }; Returns: undefined };
      set_customer_plan: { Args: { p_customer_id: string; p_plan: string }; Returns: undefined };
      set_customer_trial: { Args: { p_customer_id: string; p_ends_on: string }; Returns: undefined };
      set_gym_budget: { Args: { p_gym_id: string; p_usd?: number }; Returns: undefined };
      set_gym_maintenance: {
        Args: { p_gym_id: string; p_message?: string; p_on: boolean };
        Returns: undefined;
      };
      set_hours_exceptions: { Args: { p_days: Json; p_gym_id: string }; Returns: Json };
      set_note_deleted: { Args: { p_deleted: boolean; p_note_id: string }; Returns: undefined };
      set_person_active: { Args: { p_active: boolean; p_id: string }; Returns: undefined };
      set_person_role: {
        Args: {
          p_franchise_id?: string;
          p_gym_id?: string;
          p_id: string;
          p_role: Database['public']['Enums']['user_role'];
        };
        Returns: undefined;
      };
      set_reader_profile: { Args: { p_form: string; p_kiosk_id: string }; Returns: undefined };
      set_visit_left: { Args: { p_left: boolean; p_visit_id: string }; Returns: Json };
      start_badge_capture: { Args: { p_expected_hashes?: string[]; p_kiosk_id: string }; Returns: Json };
      start_import: {
        Args: {
          p_errors?: Json;
          p_filename: string;
          p_gym_id: string;
          p_kind?: string;
          p_mapping: Json;
          p_rows_total: number;
          p_source: string;
        };
        Returns: string;
      };
      suspend_customer: { Args: { p_customer_id: string; p_reason: string }; Returns: undefined };
      undo_badge: { Args: { p_badge_id: string }; Returns: undefined };
      undo_desk_check_in: { Args: { p_check_in_id: string }; Returns: Json };
      undo_import: { Args: { p_import_id: string }; Returns: Json };
      undo_member_change: { Args: { p_change_id: string }; Returns: Json };
      undo_member_move: { Args: { p_member_id: string }; Returns: string };
      update_member_analytics: { Args: { p_member_id: string }; Returns: boolean };
    };
    Enums: {
      user_role: 'super_admin' | 'franchise_owner' | 'gym_manager' | 'gym_staff';
    };
    CompositeTypes: {
      [_ in never]: never;
    };
  };
};

type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>;

type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, 'public'>];

export type Tables<
  DefaultSchemaTableNameOrOptions extends
    | keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
        DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'] &
      DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Views'])[TableName] extends {
      Row: infer R;
    }
    ? R
    : never
  : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema['Tables'] & DefaultSchema['Views'])
    ? (DefaultSchema['Tables'] & DefaultSchema['Views'])[DefaultSchemaTableNameOrOptions] extends {
        Row: infer R;
      }
      ? R
      : never
    : never;

export type TablesInsert<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema['Tables']
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Insert: infer I;
    }
    ? I
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Insert: infer I;
      }
      ? I
      : never
    : never;

export type TablesUpdate<
  DefaultSchemaTableNameOrOptions extends
    | keyof DefaultSchema['Tables']
    | { schema: keyof DatabaseWithoutInternals },
  TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables']
    : never = never,
> = DefaultSchemaTableNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions['schema']]['Tables'][TableName] extends {
      Update: infer U;
    }
    ? U
    : never
  : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema['Tables']
    ? DefaultSchema['Tables'][DefaultSchemaTableNameOrOptions] extends {
        Update: infer U;
      }
      ? U
      : never
    : never;

export type Enums<
  DefaultSchemaEnumNameOrOptions extends
    | keyof DefaultSchema['Enums']
    | { schema: keyof DatabaseWithoutInternals },
  EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums']
    : never = never,
> = DefaultSchemaEnumNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions['schema']]['Enums'][EnumName]
  : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema['Enums']
    ? DefaultSchema['Enums'][DefaultSchemaEnumNameOrOptions]
    : never;

export type CompositeTypes<
  PublicCompositeTypeNameOrOptions extends
    | keyof DefaultSchema['CompositeTypes']
    | { schema: keyof DatabaseWithoutInternals },
  CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
  }
    ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes']
    : never = never,
> = PublicCompositeTypeNameOrOptions extends { schema: keyof DatabaseWithoutInternals }
  ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions['schema']]['CompositeTypes'][CompositeTypeName]
  : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema['CompositeTypes']
    ? DefaultSchema['CompositeTypes'][PublicCompositeTypeNameOrOptions]
    : never;

export const Constants = {
  public: {
    Enums: {
      user_role: ['super_admin', 'franchise_owner', 'gym_manager', 'gym_staff'],
    },
  },
} as const;
