'use client';

export { ErrorBoundary as default } from '@/components/common/error-boundary';
