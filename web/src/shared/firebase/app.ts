import { initializeApp } from 'firebase/app';
import { environment } from '../config/environment.ts';

export const firebaseApp = initializeApp({ ...environment.firebase });
